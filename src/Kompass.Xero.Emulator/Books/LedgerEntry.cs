namespace Kompass.Xero.Emulator;

/// <summary>One posting of an approved document. Immutable. Exactly one of debit and credit is not zero.</summary>
/// <param name="DocumentKind">The kind of document.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Date">The document's date.</param>
/// <param name="AccountCode">The account's code; empty for an account without one.</param>
/// <param name="TaxType">The tax type of the line; empty on the entry for the debtor.</param>
/// <param name="Debit">The debit, or zero.</param>
/// <param name="Credit">The credit, or zero.</param>
/// <param name="ContactId">The contact; <see langword="null"/> for journals.</param>
public sealed record LedgerEntry(
    DocumentKind DocumentKind,
    Guid DocumentId,
    DateOnly Date,
    string AccountCode,
    string TaxType,
    decimal Debit,
    decimal Credit,
    Guid? ContactId)
{
    /// <summary>The currency of the amounts: the document's.</summary>
    public string CurrencyCode { get; init; } = "";

    /// <summary>The account's id.</summary>
    public Guid? AccountId { get; init; }
}
