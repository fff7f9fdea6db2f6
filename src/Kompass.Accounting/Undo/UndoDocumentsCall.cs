namespace Kompass.Accounting;

internal sealed class UndoDocumentsCall(IDocumentStore documents, DocumentKind kind, TimeProvider clock)
    : BatchCall<DocumentChange<UndoDocument>, RemoteDocument>
{
    public override DocumentKind? Kind => kind;

    public override string NaturalKeyOf(DocumentChange<UndoDocument> planned) => planned.Link.RemoteDocumentId.Value;

    public override string RemoteIdOf(RunState run, DocumentChange<UndoDocument> planned) => planned.Link.RemoteDocumentId.Value;

    public override OperationEvidence EvidenceOf(RunState run, DocumentChange<UndoDocument> planned) => new()
    {
        ClientId = planned.Link.ClientId,
        Currency = planned.Link.Currency,
        Gross = planned.Link.Gross,
        ApprovedBy = planned.Planned.ApprovedBy,
    };

    public override decimal? AmountOf(DocumentChange<UndoDocument> planned) => planned.Link.Gross;

    public override string IdOf(RemoteDocument record) => record.Id.Value;

    public override Task<IReadOnlyList<WriteResult<RemoteDocument>>> InvokeAsync(
        RunState run,
        IReadOnlyList<DocumentChange<UndoDocument>> batch,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        documents.VoidAsync(run.Connection, kind, [.. batch.Select(change => change.Current)], key, cancellationToken);

    public override void Stored(RunState run, DocumentChange<UndoDocument> planned, WriteResult<RemoteDocument> result, Outcomes outcomes)
    {
        var link = planned.Link with { IsVoided = true, UndoneBy = planned.Planned.ApprovedBy, RemoteUpdatedAt = result.Record!.UpdatedAt };
        outcomes.DocumentLinks.Add(link);
        outcomes.Hold(UndoneHolds.For(link, planned.Title, clock.GetUtcNow()));
        outcomes.Count(counts => counts with { DocumentsVoided = counts.DocumentsVoided + 1 });
    }
}
