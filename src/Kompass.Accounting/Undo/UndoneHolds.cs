namespace Kompass.Accounting;

internal static class UndoneHolds
{
    public static Hold For(DocumentLink link, string title, DateTimeOffset now) => HoldFactory.Make(
        RecordKey.Of(link.InvoiceId),
        title,
        link.Gross,
        HoldReason.Undone,
        $"Document {DocumentNames.Of(link)} was undone by {link.UndoneBy}: it is voided in the ledger, and not sent anew.",
        now);
}
