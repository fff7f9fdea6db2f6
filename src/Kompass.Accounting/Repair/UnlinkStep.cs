namespace Kompass.Accounting;

/// <summary>Removes a link. What still stands in the ledger is not sent a second time.</summary>
internal sealed class UnlinkStep(KompassLookup kompass, IDocumentStore documents) : RepairStep
{
    public override AuditAction Action => AuditAction.Unlink;

    public override Task<RepairDecision> DecideAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken) =>
        record.Kind == RecordKind.Client
            ? Task.FromResult(UnlinkClient(scene, record))
            : UnlinkDocumentAsync(scene, record, cancellationToken);

    private static RepairDecision UnlinkClient(RepairScene scene, RecordKey record)
    {
        if (!scene.ContactLinks.TryGetValue(new(record.Id), out var link))
        {
            return RepairDecision.Refuse("The client is not linked to a contact.");
        }

        var outcomes = new Outcomes();
        outcomes.RemovedContactLinks.Add(link.ClientId);
        outcomes.Released.Add(record);
        return RepairDecision.Do(
            outcomes,
            $"The link to contact {link.RemoteContactId} is removed; the contact stays as it is. The next run treats the client as a new one.",
            "not linked");
    }

    private async Task<RepairDecision> UnlinkDocumentAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken)
    {
        if (!scene.DocumentLinks.TryGetValue(new(record.Id), out var link))
        {
            return RepairDecision.Refuse("The record is not linked to a document.");
        }

        var found = (await documents.FindAsync(scene.Connection, link.Kind, [link.RemoteDocumentId], cancellationToken))
            .FirstOrDefault(document => document.Id == link.RemoteDocumentId);
        var outcomes = new Outcomes();
        outcomes.RemovedDocumentLinks.Add(link.InvoiceId);
        outcomes.Released.Add(record);
        if (found is null || ChangeRules.IsWithdrawn(found))
        {
            var state = found is null ? "gone" : "withdrawn";
            return RepairDecision.Do(
                outcomes, $"The link is removed; document {DocumentNames.Of(link)} is {state}, so the next run may send the record anew.", "not linked");
        }

        var current = await kompass.FindAsync(scene, record, cancellationToken);
        outcomes.Skips.Add(new()
        {
            Record = record,
            Title = link.Number ?? current.Title,
            RecordHash = current.Hash,
            SkippedBy = scene.Order.Actor,
            SkippedAt = scene.Now,
            Reason = $"Unlinked from document {DocumentNames.Of(link)}, which still stands: {scene.Order.Reason}",
        });
        outcomes.Statuses.Add(new() { Record = record, State = RecordState.Skipped });
        return RepairDecision.Do(
            outcomes,
            $"The link is removed. Document {DocumentNames.Of(link)} still stands in the ledger, so the record is skipped and not sent a second time: "
            + "link it to the right document, or void that one and take the skip back.",
            "not linked, skipped");
    }
}
