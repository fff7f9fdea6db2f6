namespace Kompass.Accounting;

/// <summary>Which documents are to be sent at all, before anything about the ledger is known.</summary>
internal static class Sendable
{
    public static SkipReason? WhyNot(Invoice invoice, SyncConfiguration configuration) => invoice switch
    {
        { Status: InvoiceStatus.Voided } => SkipReason.WithdrawnBeforeSending,
        { Status: not (InvoiceStatus.Approved or InvoiceStatus.Posted) } => SkipReason.NotApproved,
        { Synchronize: false } => SkipReason.NotSynchronized,
        _ when configuration.CutOverDate is { } cutOver && invoice.Date < cutOver => SkipReason.BeforeCutOver,
        { Kind: InvoiceKind.Nothing } => SkipReason.NothingToPost,
        _ => null,
    };

    public static bool AnyDocument(Observation observation) => Pending(observation).Any();

    public static bool AnyForeignDocument(Observation observation) =>
        Pending(observation).Any(invoice => invoice.Currency != observation.Organisation.BaseCurrency);

    private static IEnumerable<Invoice> Pending(Observation observation) =>
        from item in observation.Invoices
        let invoice = item.Record
        where invoice is not null && IsPending(invoice, observation)
        select invoice;

    private static bool IsPending(Invoice invoice, Observation observation) =>
        observation.DocumentLinks.TryGetValue(invoice.Id, out var link)
            ? !link.IsVoided && invoice.Status != InvoiceStatus.Voided && link.RecordHash != RecordHash.Of(invoice)
            : WhyNot(invoice, observation.Configuration) is null;
}
