namespace Kompass.Accounting;

internal sealed class UpdateDocumentsCall(IDocumentStore documents, DocumentKind kind, TimeProvider clock)
    : BatchCall<DocumentChange<UpdateDocument>, RemoteDocument>
{
    public override DocumentKind? Kind => kind;

    public override string NaturalKeyOf(DocumentChange<UpdateDocument> planned) => planned.Link.RemoteDocumentId.Value;

    public override string RemoteIdOf(RunState run, DocumentChange<UpdateDocument> planned) => planned.Link.RemoteDocumentId.Value;

    public override OperationEvidence EvidenceOf(RunState run, DocumentChange<UpdateDocument> planned) =>
        DocumentOutcomes.Evidence(planned.Planned.Invoice, planned.Planned.Content, planned.Planned.Expected);

    public override decimal? AmountOf(DocumentChange<UpdateDocument> planned) => planned.Planned.Expected.Gross;

    public override string IdOf(RemoteDocument record) => record.Id.Value;

    public override Task<IReadOnlyList<WriteResult<RemoteDocument>>> InvokeAsync(
        RunState run,
        IReadOnlyList<DocumentChange<UpdateDocument>> batch,
        IdempotencyKey key,
        CancellationToken cancellationToken) =>
        documents.UpdateAsync(run.Connection, kind, [.. batch.Select(ToUpdate)], key, cancellationToken);

    public override void Stored(RunState run, DocumentChange<UpdateDocument> planned, WriteResult<RemoteDocument> result, Outcomes outcomes)
    {
        var change = planned.Planned;
        var link = planned.Link with
        {
            RecordHash = change.RecordHash,
            Date = change.Content.Date,
            Gross = LedgerTotals.Of(result.Record!),
            SentTotal = LedgerTotals.Of(change.Invoice),
            RemoteUpdatedAt = result.Record!.UpdatedAt,
            StoredDigest = DocumentDigest.Of(result.Record),
            Standing = null,
        };
        DocumentOutcomes.Take(planned, change.Content, change.Expected, link, result, clock.GetUtcNow(), outcomes, planned.Current);
        outcomes.Count(counts => counts with { DocumentsUpdated = counts.DocumentsUpdated + 1 });
    }

    private static DocumentUpdate ToUpdate(DocumentChange<UpdateDocument> change)
    {
        var content = change.Planned.Content;
        var current = change.Current.Lines;
        return new(change.Link.RemoteDocumentId, content, [.. content.Lines.Select((_, index) => index < current.Count ? current[index].Id : null)]);
    }
}
