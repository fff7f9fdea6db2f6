namespace Kompass.Xero.Wire;

/// <summary>GET, PUT and POST /Invoices.</summary>
internal sealed record InvoiceDto : WireElement
{
    public string? InvoiceID { get; init; }

    public string? Type { get; init; }

    public string? InvoiceNumber { get; init; }

    public string? Reference { get; init; }

    public string? Url { get; init; }

    public ContactDto? Contact { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? DueDate { get; init; }

    public string? Status { get; init; }

    public string? LineAmountTypes { get; init; }

    public IReadOnlyList<LineItemDto>? LineItems { get; init; }

    public decimal? SubTotal { get; init; }

    public decimal? TotalTax { get; init; }

    public decimal? Total { get; init; }

    public decimal? AmountDue { get; init; }

    public decimal? AmountPaid { get; init; }

    public decimal? AmountCredited { get; init; }

    public DateOnly? FullyPaidOnDate { get; init; }

    public string? CurrencyCode { get; init; }

    public decimal? CurrencyRate { get; init; }

    public bool? SentToContact { get; init; }

    public IReadOnlyList<PaymentDto>? Payments { get; init; }

    public IReadOnlyList<CreditNoteDto>? CreditNotes { get; init; }

    public DateTimeOffset? UpdatedDateUTC { get; init; }

    public override IEnumerable<MessageDto> NestedErrors => (LineItems ?? []).SelectMany(l => l.ValidationErrors ?? []);
}

internal sealed record LineItemDto
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

    public decimal? LineAmount { get; init; }

    public IReadOnlyList<TrackingDto>? Tracking { get; init; }

    public IReadOnlyList<MessageDto>? ValidationErrors { get; init; }
}

internal sealed record TrackingDto
{
    public string? TrackingCategoryID { get; init; }

    public string? TrackingOptionID { get; init; }

    public string? Name { get; init; }

    public string? Option { get; init; }
}

internal sealed record PaymentDto
{
    public string? PaymentID { get; init; }

    public DateOnly? Date { get; init; }

    public decimal? Amount { get; init; }

    public string? Status { get; init; }
}
