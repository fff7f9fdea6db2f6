namespace Kompass.Accounting;

/// <summary>Ends a hold about which a person may decide.</summary>
internal sealed class ReleaseStep(IDocumentStore documents, UnskipStep unskip) : RepairStep
{
    public override AuditAction Action => AuditAction.Release;

    public override async Task<RepairDecision> DecideAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken)
    {
        if (!scene.Holds.TryGetValue(record, out var hold))
        {
            return RepairDecision.Refuse("It is not held.");
        }

        return hold.Reason switch
        {
            HoldReason.StoredDiffers => AcceptStored(scene, record),
            HoldReason.AlreadyInLedger => DeclareNew(record),
            HoldReason.Undone => SendAnew(scene, record),
            HoldReason.LookAlike => DeclareAnother(scene, record),
            HoldReason.ChangedSinceSkipped => await unskip.DecideAsync(scene, record, cancellationToken),
            HoldReason.EditedRemotely => await AllowOverwritingAsync(scene, record, cancellationToken),
            _ => RepairDecision.Refuse($"This hold ends by itself once its cause is gone, and would be there again at once. {hold.Remedy}"),
        };
    }

    private static RepairDecision AcceptStored(RepairScene scene, RecordKey record)
    {
        var outcomes = new Outcomes();
        if (!scene.DocumentLinks.TryGetValue(new(record.Id), out var link))
        {
            return RepairDecision.Refuse("The record is not linked to a document any more: try it again instead.");
        }

        outcomes.Release(record, RecordState.Synced, link.RemoteDocumentId.Value, link.Number);
        return RepairDecision.Do(outcomes, "The document is accepted as the ledger stored it. The tie-out goes on naming the difference.", "accepted as stored");
    }

    private static RepairDecision DeclareNew(RecordKey record)
    {
        var outcomes = new Outcomes();
        outcomes.Released.Add(record);
        return RepairDecision.Do(outcomes, "It is another document than those in the ledger: the next run creates it.", "to be created");
    }

    private static RepairDecision SendAnew(RepairScene scene, RecordKey record)
    {
        if (!scene.DocumentLinks.TryGetValue(new(record.Id), out var link))
        {
            return RepairDecision.Refuse("The record is not linked to a document any more: try it again instead.");
        }

        var outcomes = new Outcomes();
        outcomes.RemovedDocumentLinks.Add(link.InvoiceId);
        outcomes.Released.Add(record);
        return RepairDecision.Do(
            outcomes,
            $"Document {DocumentNames.Of(link)} stays voided, and the next run sends the record anew; give it another number in Kompass, since that one is used.",
            "to be sent anew");
    }

    private static RepairDecision DeclareAnother(RepairScene scene, RecordKey record)
    {
        var outcomes = new Outcomes();
        outcomes.Released.Add(record);
        outcomes.Decisions.Add(new()
        {
            RemoteOrganisationId = scene.OrganisationId,
            ClientId = new ClientId(record.Id),
            Decision = ReviewDecision.Create,
            DecidedAt = scene.Now,
            DecidedBy = scene.Order.Actor,
        });
        return RepairDecision.Do(outcomes, "The client is another business: the next run creates a contact for it.", "to be created");
    }

    private async Task<RepairDecision> AllowOverwritingAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken)
    {
        if (!scene.DocumentLinks.TryGetValue(new(record.Id), out var link))
        {
            return RepairDecision.Refuse("The record is not linked to a document any more: try it again instead.");
        }

        var current = (await documents.FindAsync(scene.Connection, link.Kind, [link.RemoteDocumentId], cancellationToken))
            .FirstOrDefault(document => document.Id == link.RemoteDocumentId);
        var seen = current is null ? link : link with { RemoteUpdatedAt = current.UpdatedAt, StoredDigest = DocumentDigest.Of(current) };
        if (ChangeRules.MayUpdate(seen, current) is var (_, detail))
        {
            return RepairDecision.Refuse($"{detail} It cannot be overwritten: skip the record, or undo in the ledger what was done there.");
        }

        var outcomes = new Outcomes();
        outcomes.DocumentLinks.Add(seen);
        outcomes.Released.Add(record);
        return RepairDecision.Do(
            outcomes,
            $"What was changed in the ledger until {current!.UpdatedAt:u} may be overwritten: the next run sends Kompass's version.",
            "may be overwritten");
    }
}
