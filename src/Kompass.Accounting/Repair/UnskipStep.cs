namespace Kompass.Accounting;

/// <summary>Takes a skip back, unless the record would be sent a second time.</summary>
internal sealed class UnskipStep(ISyncJournal journal, IDocumentStore documents) : RepairStep
{
    public override AuditAction Action => AuditAction.Unskip;

    public override async Task<RepairDecision> DecideAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken)
    {
        if (!scene.Skips.ContainsKey(record))
        {
            return RepairDecision.Refuse("Nobody skipped it.");
        }

        if (await StandingAsync(scene, record, cancellationToken) is { } document)
        {
            return RepairDecision.Refuse(
                $"Document {DocumentNames.Of(document)} ({document.Id}), which was made from it, still stands in the ledger: it would be "
                + "sent twice. Link the record to that document, or void the document first.");
        }

        var outcomes = new Outcomes();
        outcomes.Unskipped.Add(record);
        outcomes.Released.Add(record);
        return RepairDecision.Do(outcomes, "It is no longer skipped: the next run looks at it.", "no longer skipped");
    }

    /// <summary>The document that was once made from a record without a link, where it stands and belongs to no other record.</summary>
    private async Task<RemoteDocument?> StandingAsync(RepairScene scene, RecordKey record, CancellationToken cancellationToken)
    {
        if (record.Kind != RecordKind.Invoice || scene.DocumentLinks.ContainsKey(new(record.Id)))
        {
            return null;
        }

        var linked = scene.DocumentLinks.Values.Select(link => link.RemoteDocumentId.Value).ToHashSet();
        var made = (await journal.GetHistoryAsync(scene.OrganisationId, record, cancellationToken))
            .Where(operation => operation is { Action: OperationAction.Create, State: OperationState.Succeeded, RemoteId: not null, DocumentKind: not null })
            .Where(operation => !linked.Contains(operation.RemoteId!));
        foreach (var kind in made.GroupBy(operation => operation.DocumentKind!.Value))
        {
            var ids = kind.Select(operation => new RemoteDocumentId(operation.RemoteId!)).Distinct().ToList();
            var found = await documents.FindAsync(scene.Connection, kind.Key, ids, cancellationToken);
            if (found.FirstOrDefault(document => !ChangeRules.IsWithdrawn(document)) is { } standing)
            {
                return standing;
            }
        }

        return null;
    }
}
