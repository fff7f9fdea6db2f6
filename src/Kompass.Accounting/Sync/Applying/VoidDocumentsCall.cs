namespace Kompass.Accounting;

internal sealed class VoidDocumentsCall(IDocumentStore documents, DocumentKind kind) : BatchCall<DocumentChange<VoidDocument>, RemoteDocument>
{
    public override DocumentKind? Kind => kind;

    public override string NaturalKeyOf(DocumentChange<VoidDocument> planned) => planned.Link.RemoteDocumentId.Value;

    public override string RemoteIdOf(RunState run, DocumentChange<VoidDocument> planned) => planned.Link.RemoteDocumentId.Value;

    public override decimal? AmountOf(DocumentChange<VoidDocument> planned) => planned.Link.Gross;

    public override string IdOf(RemoteDocument record) => record.Id.Value;

    public override Task<IReadOnlyList<WriteResult<RemoteDocument>>> InvokeAsync(
        RunState run,
        IReadOnlyList<DocumentChange<VoidDocument>> batch,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        documents.VoidAsync(run.Connection, kind, [.. batch.Select(change => change.Current)], key, cancellationToken);

    public override void Stored(RunState run, DocumentChange<VoidDocument> planned, WriteResult<RemoteDocument> result, Outcomes outcomes)
    {
        outcomes.DocumentLinks.Add(planned.Link with
        {
            IsVoided = true,
            RecordHash = planned.RecordHash,
            RemoteUpdatedAt = result.Record!.UpdatedAt,
            Standing = null,
        });
        outcomes.Release(planned.Record, RecordState.Voided, planned.Link.RemoteDocumentId.Value, planned.Link.Number);
        outcomes.Count(counts => counts with { DocumentsVoided = counts.DocumentsVoided + 1 });
    }
}
