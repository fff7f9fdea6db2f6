namespace Kompass.Xero.Emulator;

/// <summary>A <c>where</c>, <c>order</c> or modified-since value that cannot be read: error 16.</summary>
internal sealed class QueryException(string message) : Exception(message);
