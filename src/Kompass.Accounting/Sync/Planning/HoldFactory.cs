namespace Kompass.Accounting;

/// <summary>Makes holds: the detail says what is wrong with this very record, the remedy what to do.</summary>
internal static class HoldFactory
{
    public static Hold ForClient(Client client, HoldReason reason, string detail, DateTimeOffset since) =>
        Make(RecordKey.Of(client.Id), client.Name, null, reason, detail, since);

    public static Hold ForInvoice(Invoice invoice, HoldReason reason, string detail, DateTimeOffset since) =>
        Make(RecordKey.Of(invoice.Id), invoice.Reference, Math.Abs(invoice.Gross), reason, detail, since);

    public static Hold Make(RecordKey record, string title, decimal? amount, HoldReason reason, string detail, DateTimeOffset since) => new()
    {
        Record = record,
        Title = string.IsNullOrWhiteSpace(title) ? record.Id : title,
        Amount = amount,
        Reason = reason,
        Detail = detail,
        Remedy = Remedies.For(reason),
        Since = since,
    };
}
