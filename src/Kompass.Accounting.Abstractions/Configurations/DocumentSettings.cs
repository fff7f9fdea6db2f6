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

    /// <summary>The state for a kind.</summary>
    public DocumentStatus StatusFor(DocumentKind kind) => kind switch
    {
        DocumentKind.Invoice => InvoiceStatus,
        DocumentKind.CreditNote => CreditNoteStatus,
        _ => JournalStatus,
    };
}
