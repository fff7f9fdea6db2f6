namespace Kompass.Accounting;

/// <summary>A line as it will be sent, with what it was derived from.</summary>
internal sealed record BuiltLine(DocumentLine Line, LedgerAccount Account, LedgerTaxRate? TaxRate, bool IsDefaultAccount);
