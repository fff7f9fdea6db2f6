namespace Kompass.Accounting;

/// <summary>Applies the contacts of a plan.</summary>
internal sealed class ContactApplier(IContactStore store, BatchSender sender, OutcomeRecorder recorder, TimeProvider clock)
{
    public Task CreateAsync(RunState run, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        Batches.ForEachAsync(
            run.Plan.Operations.OfType<CreateContact>().Where(planned => !run.ContactLinks.ContainsKey(planned.Client)),
            store.MaximumBatch,
            "Creating contacts",
            progress,
            batch => sender.SendAsync(run, new CreateContactsCall(store, clock), batch, cancellationToken));

    public Task UpdateAsync(RunState run, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        Batches.ForEachAsync(
            run.Plan.Operations.OfType<UpdateContact>(),
            store.MaximumBatch,
            "Updating contacts",
            progress,
            batch => UpdateBatchAsync(run, batch, cancellationToken));

    /// <summary>Reads before it writes: a contact that changed since it was observed is left for the next plan.</summary>
    private async Task UpdateBatchAsync(RunState run, IReadOnlyList<UpdateContact> batch, CancellationToken cancellationToken)
    {
        var ids = batch.Select(planned => planned.Link.RemoteContactId).ToList();
        var current = (await store.FindAsync(run.Connection, ids, cancellationToken)).ToDictionary(contact => contact.Id);
        var outcomes = new Outcomes();
        var unchanged = new List<UpdateContact>(batch.Count);
        foreach (var planned in batch)
        {
            if (!current.TryGetValue(planned.Link.RemoteContactId, out var contact))
            {
                outcomes.Hold(HoldFactory.Make(
                    planned.Record,
                    planned.Title,
                    null,
                    HoldReason.RemoteRecordMissing,
                    $"The linked contact {planned.Link.RemoteContactId} is gone.",
                    clock.GetUtcNow()));
            }
            else if (contact.UpdatedAt == planned.Observed.UpdatedAt)
            {
                unchanged.Add(planned with { Observed = contact });
            }
            else
            {
                outcomes.Contacts.Add(contact);
            }
        }

        await recorder.RecordAsync(run, outcomes, cancellationToken);
        if (unchanged.Count > 0)
        {
            await sender.SendAsync(run, new UpdateContactsCall(store), unchanged, cancellationToken);
        }
    }
}
