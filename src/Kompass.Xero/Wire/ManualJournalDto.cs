namespace Kompass.Xero.Wire;

/// <summary>GET, PUT and POST /ManualJournals.</summary>
internal sealed record ManualJournalDto : WireElement
{
    public string? ManualJournalID { get; init; }

    public string? Narration { get; init; }

    public DateOnly? Date { get; init; }

    public string? Status { get; init; }

    public string? LineAmountTypes { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<JournalLineDto>? JournalLines { get; init; }

    public DateTimeOffset? UpdatedDateUTC { get; init; }

    public override IEnumerable<MessageDto> NestedErrors => (JournalLines ?? []).SelectMany(l => l.ValidationErrors ?? []);
}

internal sealed record JournalLineDto
{
    /// <summary>Positive is a debit, negative a credit.</summary>
    public decimal? LineAmount { get; init; }

    public string? AccountCode { get; init; }

    public string? AccountID { get; init; }

    public string? Description { get; init; }

    public string? TaxType { get; init; }

    public decimal? TaxAmount { get; init; }

    public IReadOnlyList<TrackingDto>? Tracking { get; init; }

    public bool? IsBlank { get; init; }

    public IReadOnlyList<MessageDto>? ValidationErrors { get; init; }
}
