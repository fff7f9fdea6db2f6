namespace Kompass.Xero.Wire;

/// <summary>The frame of every write: always the plural, even around one record. What is null is left out.</summary>
internal sealed record WriteEnvelope
{
    public IReadOnlyList<ContactWrite>? Contacts { get; init; }

    public IReadOnlyList<InvoiceWrite>? Invoices { get; init; }

    public IReadOnlyList<CreditNoteWrite>? CreditNotes { get; init; }

    public IReadOnlyList<AllocationWrite>? Allocations { get; init; }

    public IReadOnlyList<ManualJournalWrite>? ManualJournals { get; init; }

    public IReadOnlyList<ItemWrite>? Items { get; init; }
}

internal sealed record ContactWrite
{
    public string? ContactID { get; init; }

    public string? ContactNumber { get; init; }

    public string? AccountNumber { get; init; }

    public string? Name { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? EmailAddress { get; init; }

    public string? CompanyNumber { get; init; }

    public string? TaxNumber { get; init; }

    public string? DefaultCurrency { get; init; }

    public IReadOnlyList<AddressDto>? Addresses { get; init; }

    public IReadOnlyList<PhoneDto>? Phones { get; init; }
}

/// <summary>A contact inside a document. It has an id and nothing else: any further member would change the contact itself.</summary>
internal sealed record ContactReference(string ContactID);

internal sealed record InvoiceReference(string InvoiceID);

internal sealed record InvoiceWrite
{
    public string? InvoiceID { get; init; }

    public string? Type { get; init; }

    public ContactReference? Contact { get; init; }

    public string? InvoiceNumber { get; init; }

    public string? Reference { get; init; }

    public string? Url { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? DueDate { get; init; }

    public string? CurrencyCode { get; init; }

    public decimal? CurrencyRate { get; init; }

    public string? LineAmountTypes { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<LineItemWrite>? LineItems { get; init; }
}

internal sealed record CreditNoteWrite
{
    public string? CreditNoteID { get; init; }

    public string? Type { get; init; }

    public ContactReference? Contact { get; init; }

    public string? CreditNoteNumber { get; init; }

    public string? Reference { get; init; }

    public DateOnly? Date { get; init; }

    public string? CurrencyCode { get; init; }

    public decimal? CurrencyRate { get; init; }

    public string? LineAmountTypes { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<LineItemWrite>? LineItems { get; init; }
}

internal sealed record LineItemWrite
{
    public string? LineItemID { get; init; }

    public string? Description { get; init; }

    public decimal? Quantity { get; init; }

    public decimal? UnitAmount { get; init; }

    public string? ItemCode { get; init; }

    public string? AccountCode { get; init; }

    public string? AccountID { get; init; }

    public string? TaxType { get; init; }

    public decimal? TaxAmount { get; init; }

    public IReadOnlyList<TrackingDto>? Tracking { get; init; }
}

internal sealed record AllocationWrite
{
    public decimal? Amount { get; init; }

    public DateOnly? Date { get; init; }

    public InvoiceReference? Invoice { get; init; }
}

internal sealed record ManualJournalWrite
{
    public string? ManualJournalID { get; init; }

    public string? Narration { get; init; }

    public DateOnly? Date { get; init; }

    public string? LineAmountTypes { get; init; }

    public string? Status { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<JournalLineWrite>? JournalLines { get; init; }
}

internal sealed record JournalLineWrite
{
    /// <summary>Positive is a debit, negative a credit.</summary>
    public decimal? LineAmount { get; init; }

    public string? AccountCode { get; init; }

    public string? AccountID { get; init; }

    public string? Description { get; init; }

    public string? TaxType { get; init; }

    public IReadOnlyList<TrackingDto>? Tracking { get; init; }
}

internal sealed record ItemWrite
{
    public string? ItemID { get; init; }

    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public ItemDetailsDto? SalesDetails { get; init; }
}
