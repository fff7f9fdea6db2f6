namespace Kompass.Accounting;

/// <summary>Applies a plan in its fixed order. Decides nothing anew: what is no longer as it was observed is left or held.</summary>
internal sealed class Applier(
    IMappingStore mappings,
    ISyncJournal journal,
    OutcomeRecorder recorder,
    ContactApplier contacts,
    DocumentApplier documents,
    ContactReader contactReader,
    TimeProvider clock)
{
    /// <summary>From how many written contacts on a run reads them back itself, so that the next one need not.</summary>
    private const int ManyContacts = 1000;

    public async Task ApplyAsync(RunState run, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        if (run.Plan is { Operations.Count: > 0 } or { Holds.Count: > 0 } or { Released.Count: > 0 } or { Acknowledged.Count: > 0 }
            or { ContactDrifts.Count: > 0 })
        {
            await LoadLinksAsync(run, cancellationToken);
        }

        await RecordPlanAsync(run, cancellationToken);
        await contacts.CreateAsync(run, progress, cancellationToken);
        await contacts.UpdateAsync(run, progress, cancellationToken);
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            await documents.CreateAsync(run, kind, progress, cancellationToken);
        }

        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            await documents.UpdateAsync(run, kind, progress, cancellationToken);
            await documents.VoidAsync(run, kind, progress, cancellationToken);
        }

        // Last, because a document that has credits against it can be neither changed nor voided.
        await documents.AllocateAsync(run, progress, cancellationToken);
        await ReadBackAsync(run, progress, cancellationToken);
    }

    private async Task ReadBackAsync(RunState run, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        if (run.Counts.ContactsCreated + run.Counts.ContactsUpdated < ManyContacts)
        {
            return;
        }

        progress?.Report(new("Reading the contacts back", 0, 0));
        try
        {
            await contactReader.CatchUpAsync(run.Connection, run.LedgerTime, cancellationToken);
        }
        catch (RemoteLedgerException)
        {
            // Everything is written and recorded; the next run reads what this one could not.
        }
    }

    private async Task LoadLinksAsync(RunState run, CancellationToken cancellationToken)
    {
        run.Earlier ??= (await journal.GetHoldsAsync(run.OrganisationId, cancellationToken)).ToDictionary(hold => hold.Record);
        foreach (var link in await mappings.GetContactLinksAsync(run.OrganisationId, cancellationToken))
        {
            run.ContactLinks[link.ClientId] = link;
        }

        if (run.HasDocumentLinks)
        {
            return;
        }

        foreach (var link in await mappings.GetDocumentLinksAsync(run.OrganisationId, cancellationToken))
        {
            run.DocumentLinks[link.InvoiceId] = link;
        }

        run.HasDocumentLinks = true;
    }

    private async Task RecordPlanAsync(RunState run, CancellationToken cancellationToken)
    {
        var outcomes = new Outcomes();
        RecordDrifts(run, outcomes);
        outcomes.ContactLinks.AddRange(run.Plan.Acknowledged);
        outcomes.Released.AddRange(run.Plan.Released);
        outcomes.Statuses.AddRange(run.Plan.Released.Select(record => ReleasedStatus.Of(run, record)).OfType<RecordStatus>());
        foreach (var hold in run.Plan.Holds)
        {
            outcomes.Hold(hold);
        }

        await recorder.RecordAsync(run, outcomes, cancellationToken);
    }

    /// <summary>A link that somebody changed since the plan was made is left as it is.</summary>
    private void RecordDrifts(RunState run, Outcomes outcomes)
    {
        foreach (var drift in run.Plan.ContactDrifts.Where(drift => run.ContactLinks.GetValueOrDefault(drift.Before.ClientId) == drift.Before))
        {
            outcomes.ContactLinks.Add(drift.After);
            outcomes.Statuses.Add(DriftStatus.Of(drift.After));
            if (!drift.IsMove)
            {
                continue;
            }

            outcomes.RemovedContactLinks.Add(drift.Before.ClientId);
            outcomes.Audit.Add(new()
            {
                At = clock.GetUtcNow(),
                Actor = "sync",
                Action = AuditAction.Relink,
                ConfigurationId = run.Plan.ConfigurationId,
                RemoteOrganisationId = run.OrganisationId,
                Record = RecordKey.Of(drift.After.ClientId),
                Reason = drift.After.Drift?.Detail,
                Before = $"linked to contact {drift.Before.RemoteContactId}",
                After = $"linked to contact {drift.After.RemoteContactId}",
            });
        }
    }
}
