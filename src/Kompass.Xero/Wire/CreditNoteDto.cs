namespace Kompass.Xero.Wire;

/// <summary>GET, PUT and POST /CreditNotes.</summary>
internal sealed record CreditNoteDto : WireElement
{
    public string? CreditNoteID { get; init; }

    public string? CreditNoteNumber { get; init; }

    public string? Type { get; init; }

    public string? Reference { get; init; }

    public ContactDto? Contact { get; init; }

    public DateOnly? Date { get; init; }

    public string? Status { get; init; }

    public string? LineAmountTypes { get; init; }

    public IReadOnlyList<LineItemDto>? LineItems { get; init; }

    public decimal? SubTotal { get; init; }

    public decimal? TotalTax { get; init; }

    public decimal? Total { get; init; }

    public decimal? RemainingCredit { get; init; }

    public decimal? AppliedAmount { get; init; }

    public string? CurrencyCode { get; init; }

    public decimal? CurrencyRate { get; init; }

    public IReadOnlyList<AllocationDto>? Allocations { get; init; }

    public IReadOnlyList<PaymentDto>? Payments { get; init; }

    public DateTimeOffset? UpdatedDateUTC { get; init; }

    public override IEnumerable<MessageDto> NestedErrors => (LineItems ?? []).SelectMany(l => l.ValidationErrors ?? []);
}

/// <summary>PUT /CreditNotes/{id}/Allocations.</summary>
internal sealed record AllocationDto : WireElement
{
    public string? AllocationID { get; init; }

    public decimal? Amount { get; init; }

    public DateOnly? Date { get; init; }

    public InvoiceDto? Invoice { get; init; }
}
