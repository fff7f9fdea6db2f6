namespace Kompass.Accounting;

internal sealed class CreateDocumentsCall(IDocumentStore documents, DocumentKind kind, TimeProvider clock) : BatchCall<CreateDocument, RemoteDocument>
{
    public override DocumentKind? Kind => kind;

    public override string NaturalKeyOf(CreateDocument planned) => planned.Content.Number ?? JournalMarker.For(planned.Invoice.Id);

    public override OperationEvidence EvidenceOf(RunState run, CreateDocument planned) =>
        DocumentOutcomes.Evidence(planned.Invoice, planned.Content, planned.Expected);

    public override decimal? AmountOf(CreateDocument planned) => planned.Expected.Gross;

    public override string IdOf(RemoteDocument record) => record.Id.Value;

    public override Task<IReadOnlyList<WriteResult<RemoteDocument>>> InvokeAsync(
        RunState run,
        IReadOnlyList<CreateDocument> batch,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        documents.CreateAsync(run.Connection, kind, [.. batch.Select(planned => planned.Content)], key, cancellationToken);

    public override void Stored(RunState run, CreateDocument planned, WriteResult<RemoteDocument> result, Outcomes outcomes)
    {
        var now = clock.GetUtcNow();
        var link = DocumentLinks.For(run.OrganisationId, planned.Invoice, planned.Content, result.Record!, planned.RecordHash, now);
        DocumentOutcomes.Take(planned, planned.Content, planned.Expected, link, result, now, outcomes);
        outcomes.Count(Counted);
    }

    private SyncCounts Counted(SyncCounts counts) => kind switch
    {
        DocumentKind.Invoice => counts with { InvoicesCreated = counts.InvoicesCreated + 1 },
        DocumentKind.CreditNote => counts with { CreditNotesCreated = counts.CreditNotesCreated + 1 },
        _ => counts with { JournalsCreated = counts.JournalsCreated + 1 },
    };
}
