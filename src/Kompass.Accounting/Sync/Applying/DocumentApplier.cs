namespace Kompass.Accounting;

/// <summary>Applies the documents of a plan, one kind at a time.</summary>
internal sealed class DocumentApplier(IDocumentStore store, BatchSender sender, OutcomeRecorder recorder, TimeProvider clock)
{
    public async Task CreateAsync(RunState run, DocumentKind kind, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var planned = run.Plan.Operations.OfType<CreateDocument>()
            .Where(operation => operation.Content.Kind == kind && !run.DocumentLinks.ContainsKey(operation.Invoice.Id));
        var addressed = await AddressAsync(run, planned, cancellationToken);
        await Batches.ForEachAsync(
            addressed,
            store.MaximumBatch,
            $"Creating {Plural(kind)}",
            progress,
            batch => sender.SendAsync(run, new CreateDocumentsCall(store, kind, clock), batch, cancellationToken));
    }

    public Task AllocateAsync(RunState run, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var held = run.Holds.Select(hold => hold.Record).ToHashSet();
        var ready = run.Plan.Operations.OfType<AllocateCredit>().Where(planned =>
            run.DocumentLinks.ContainsKey(planned.CreditNote)
            && run.DocumentLinks.ContainsKey(planned.AppliesTo)
            && !held.Contains(RecordKey.Of(planned.CreditNote))
            && !held.Contains(RecordKey.Of(planned.AppliesTo)));
        return Batches.ForEachAsync(
            ready,
            1,
            "Allocating credit notes",
            progress,
            batch => sender.SendAsync(run, new AllocateCreditCall(store), batch, cancellationToken));
    }

    public Task UpdateAsync(RunState run, DocumentKind kind, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        Batches.ForEachAsync(
            run.Plan.Operations.OfType<UpdateDocument>().Where(planned => planned.Link.Kind == kind),
            store.MaximumBatch,
            $"Updating {Plural(kind)}",
            progress,
            async batch =>
            {
                var changes = await ReadBeforeWritingAsync(run, kind, batch, planned => planned.Link, ChangeRules.MayUpdate, cancellationToken);
                if (changes.Count > 0)
                {
                    await sender.SendAsync(run, new UpdateDocumentsCall(store, kind, clock), changes, cancellationToken);
                }
            });

    public Task VoidAsync(RunState run, DocumentKind kind, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        Batches.ForEachAsync(
            run.Plan.Operations.OfType<VoidDocument>().Where(planned => planned.Link.Kind == kind),
            store.MaximumBatch,
            $"Voiding {Plural(kind)}",
            progress,
            async batch =>
            {
                var changes = await ReadBeforeWritingAsync(run, kind, batch, planned => planned.Link, ChangeRules.MayVoid, cancellationToken);
                if (changes.Count > 0)
                {
                    await sender.SendAsync(run, new VoidDocumentsCall(store, kind), changes, cancellationToken);
                }
            });

    public Task UndoAsync(RunState run, DocumentKind kind, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        Batches.ForEachAsync(
            run.Plan.Operations.OfType<UndoDocument>().Where(planned => planned.Link.Kind == kind),
            store.MaximumBatch,
            $"Undoing {Plural(kind)}",
            progress,
            async batch =>
            {
                var changes = await ReadBeforeWritingAsync(run, kind, batch, planned => planned.Link, ChangeRules.MayUndo, cancellationToken);
                if (changes.Count > 0)
                {
                    await sender.SendAsync(run, new UndoDocumentsCall(store, kind, clock), changes, cancellationToken);
                }
            });

    private static string Plural(DocumentKind kind) => kind switch
    {
        DocumentKind.Invoice => "invoices",
        DocumentKind.CreditNote => "credit notes",
        _ => "journals",
    };

    /// <summary>Fills in the contacts that were created in this very run.</summary>
    private async Task<List<CreateDocument>> AddressAsync(RunState run, IEnumerable<CreateDocument> planned, CancellationToken cancellationToken)
    {
        var addressed = new List<CreateDocument>();
        var outcomes = new Outcomes();
        foreach (var operation in planned)
        {
            if (operation.Content.Kind == DocumentKind.Journal || operation.Content.ContactId is not null)
            {
                addressed.Add(operation);
            }
            else if (run.ContactLinks.TryGetValue(operation.Invoice.ClientId!.Value, out var link))
            {
                addressed.Add(operation with { Content = operation.Content with { ContactId = link.RemoteContactId } });
            }
            else
            {
                outcomes.Hold(HoldFactory.ForInvoice(
                    operation.Invoice,
                    HoldReason.UnlinkedClient,
                    $"The contact of client {operation.Invoice.ClientId} could not be created.",
                    clock.GetUtcNow()));
            }
        }

        await recorder.RecordAsync(run, outcomes, cancellationToken);
        return addressed;
    }

    private async Task<List<DocumentChange<TPlanned>>> ReadBeforeWritingAsync<TPlanned>(
        RunState run,
        DocumentKind kind,
        IReadOnlyList<TPlanned> batch,
        Func<TPlanned, DocumentLink> linkOf,
        Func<DocumentLink, RemoteDocument?, (HoldReason Reason, string Detail)?> rule,
        CancellationToken cancellationToken)
        where TPlanned : PlannedOperation
    {
        var ids = batch.Select(planned => linkOf(planned).RemoteDocumentId).ToList();
        var current = (await store.FindAsync(run.Connection, kind, ids, cancellationToken)).ToDictionary(document => document.Id);
        var outcomes = new Outcomes();
        var changes = new List<DocumentChange<TPlanned>>(batch.Count);
        foreach (var planned in batch)
        {
            var link = linkOf(planned);
            var document = current.GetValueOrDefault(link.RemoteDocumentId);
            if (rule(link, document) is var (reason, detail))
            {
                outcomes.Hold(HoldFactory.Make(planned.Record, planned.Title, link.Gross, reason, detail, clock.GetUtcNow()));
            }
            else if (ChangeRules.IsWithdrawn(document!))
            {
                outcomes.DocumentLinks.Add(link with { IsVoided = true, RecordHash = planned.RecordHash, RemoteUpdatedAt = document!.UpdatedAt, Standing = null });
                outcomes.Release(planned.Record, RecordState.Voided, link.RemoteDocumentId.Value, link.Number);
            }
            else
            {
                changes.Add(new(planned, link, document!) { ChangedAt = planned.ChangedAt });
            }
        }

        await recorder.RecordAsync(run, outcomes, cancellationToken);
        return changes;
    }
}
