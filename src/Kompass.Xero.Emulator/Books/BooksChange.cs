namespace Kompass.Xero.Emulator;

/// <summary>One write to a record of which webhooks tell; the writes since they last looked form a chain, newest first.</summary>
internal sealed record BooksChange(BooksChange? Before, string Category, Guid Id, bool IsNew);
