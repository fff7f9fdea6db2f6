namespace Kompass.Xero.Emulator;

/// <summary>The posted JSON cannot be read: the whole request is refused with error 14.</summary>
internal sealed class PostDataException(string message) : Exception(message);
