namespace Kompass.Accounting;

/// <summary>What a stored document means: its link, and a hold when it is not what was sent.</summary>
internal static class DocumentOutcomes
{
    public static OperationEvidence Evidence(Invoice invoice, DocumentContent sent, DocumentTotals expected) => new()
    {
        ClientId = invoice.ClientId,
        ContactId = sent.ContactId,
        Currency = sent.Currency,
        Gross = sent.Kind == DocumentKind.Journal ? LedgerTotals.Of(invoice) : expected.Gross,
        Digest = DocumentDigest.Of(sent),
    };

    public static void Take(
        PlannedOperation planned,
        DocumentContent sent,
        DocumentTotals expected,
        DocumentLink link,
        WriteResult<RemoteDocument> result,
        DateTimeOffset now,
        Outcomes outcomes,
        RemoteDocument? before = null)
    {
        var stored = result.Record!;
        outcomes.DocumentLinks.Add(link);
        var differences = StoredDocumentCheck.Differences(sent, expected, stored, before);
        var warnings = sent.Status == DocumentStatus.Approved ? [] : result.Warnings;
        if (differences.Count == 0 && warnings.Count == 0)
        {
            outcomes.Release(planned.Record, RecordState.Synced, stored.Id.Value, stored.Number);
            return;
        }

        outcomes.Hold(HoldFactory.Make(
            planned.Record,
            planned.Title,
            expected.Gross,
            HoldReason.StoredDiffers,
            StoredDocumentCheck.InWords(DocumentNames.Of(stored), differences.Concat(warnings)),
            now));
    }
}
