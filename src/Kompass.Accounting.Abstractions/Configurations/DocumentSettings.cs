namespace Kompass.Accounting;

/// <summary>How documents are written.</summary>
public sealed record DocumentSettings
{
    /// <summary>How line amounts relate to VAT: Exclusive (default) or Inclusive.</summary>
    public LineAmountTypes LineAmountTypes { get; init; } = LineAmountTypes.Exclusive;

    /// <summary>The state of a sent invoice: Draft, Submitted or Approved (default).</summary>
    public DocumentStatus InvoiceStatus { get; init; } = DocumentStatus.Approved;

    /// <summary>The state of a sent credit note: Draft, Submitted or Approved (default).</summary>
    public DocumentStatus CreditNoteStatus { get; init; } = DocumentStatus.Approved;

    /// <summary>The state of a sent journal: Draft or Approved (posted; default).</summary>
    public DocumentStatus JournalStatus { get; init; } = DocumentStatus.Approved;

    /// <summary>The number sent; <c>{reference}</c> (default), <c>{id}</c> and <c>{organisation}</c> are replaced.</summary>
    public string NumberTemplate { get; init; } = "{reference}";

    /// <summary>The customer reference sent; <c>{order}</c> (default), <c>{reference}</c>, <c>{id}</c> and <c>{organisation}</c> are replaced.</summary>
    public string ReferenceTemplate { get; init; } = "{order}";

    /// <summary>
    /// True to hold an invoice or credit note whose nominal has no mapping, instead of posting it to the account default.
    /// A journal is always held then: it moves money between accounts, and neither may be guessed. Default: false.
    /// </summary>
    public bool HoldUnmappedNominals { get; init; }

    /// <summary>
    /// The last day for which VAT was filed; null (default) for none. Nothing dated on or before it is created, changed or voided,
    /// as with the ledger's own lock dates.
    /// </summary>
    public DateOnly? VatFiledTo { get; init; }

    /// <summary>
    /// True to date a new journal in a locked period on the first open day, and to say its own date in its narration; false (default)
    /// to hold it. Invoices and credit notes are never dated anew: the customer holds their date on paper.
    /// </summary>
    public bool RedateLockedJournals { get; init; }

    /// <summary>
    /// What is done with an invoice or credit note whose net or VAT the ledger would compute differently from Kompass: Hold (default),
    /// a rounding line, or stated tax amounts. Net, VAT and gross must each be equal after it; otherwise the document is held all the same.
    /// </summary>
    public DifferencePolicy Differences { get; init; } = DifferencePolicy.Hold;

    /// <summary>The id of the account to which a rounding line posts; needed for <see cref="DifferencePolicy.RoundingLine"/>, else null.</summary>
    public string? RoundingAccountId { get; init; }

    /// <summary>The most that the rounding line of a document may come to, in its currency, from 0.01 to 1.00. Default: 0.05.</summary>
    public decimal RoundingLimit { get; init; } = 0.05m;

    /// <summary>The most by which the stated VAT of a document may depart from that which the ledger computes, from 0.01 to 1.00. Default: 0.02.</summary>
    public decimal TaxAmountTolerance { get; init; } = 0.02m;

    /// <summary>The state for a kind.</summary>
    public DocumentStatus StatusFor(DocumentKind kind) => kind switch
    {
        DocumentKind.Invoice => InvoiceStatus,
        DocumentKind.CreditNote => CreditNoteStatus,
        _ => JournalStatus,
    };
}
