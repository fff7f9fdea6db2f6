namespace Kompass.Accounting;

/// <summary>Applies a plan in its fixed order. Decides nothing anew: what is no longer as it was observed is left or held.</summary>
internal sealed class Applier(
    IMappingStore mappings,
    OutcomeRecorder recorder,
    ContactApplier contacts,
    DocumentApplier documents)
{
    public async Task ApplyAsync(RunState run, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        await LoadLinksAsync(run, cancellationToken);
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
    }

    private async Task LoadLinksAsync(RunState run, CancellationToken cancellationToken)
    {
        foreach (var link in await mappings.GetContactLinksAsync(run.OrganisationId, cancellationToken))
        {
            run.ContactLinks[link.ClientId] = link;
        }

        foreach (var link in await mappings.GetDocumentLinksAsync(run.OrganisationId, cancellationToken))
        {
            run.DocumentLinks[link.InvoiceId] = link;
        }
    }

    private async Task RecordPlanAsync(RunState run, CancellationToken cancellationToken)
    {
        var outcomes = new Outcomes();
        outcomes.ContactLinks.AddRange(run.Plan.Acknowledged);
        outcomes.Released.AddRange(run.Plan.Released);
        outcomes.Statuses.AddRange(run.Plan.Released.Select(record => ReleasedStatus.Of(run, record)).OfType<RecordStatus>());
        foreach (var hold in run.Plan.Holds)
        {
            outcomes.Hold(hold);
        }

        await recorder.RecordAsync(run, outcomes, cancellationToken);
    }
}
