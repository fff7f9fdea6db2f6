namespace Kompass.Xero.AspNetCore;

/// <summary>One record that was sent.</summary>
internal sealed record SentRow(RecordKey Record, string Title, RecordLink Link, string Status, DateTimeOffset Since)
{
    public DateOnly? Day { get; init; }

    public decimal? Amount { get; init; }

    public CurrencyCode? Currency { get; init; }

    public static SentRow Of(DocumentLink link) =>
        new(RecordKey.Of(link.InvoiceId), link.Number ?? link.InvoiceId.Value, RecordLink.Of(link), SentRecords.StatusOf(link), link.CreatedAt)
        {
            Day = link.Date,
            Amount = link.Gross,
            Currency = link.Currency,
        };

    public static SentRow Of(ContactLink link) =>
        new(RecordKey.Of(link.ClientId), link.SentName ?? link.ClientId.Value, RecordLink.Of(link), SentRecords.StatusOf(link), link.CreatedAt);
}
