namespace Kompass.Accounting;

/// <summary>Uses one credit note for one invoice: the ledger takes these one at a time.</summary>
internal sealed class AllocateCreditCall(IDocumentStore documents) : BatchCall<AllocateCredit, DocumentLink>
{
    public override DocumentKind? Kind => DocumentKind.CreditNote;

    public override string NaturalKeyOf(AllocateCredit planned) => planned.AppliesTo.Value;

    public override string RemoteIdOf(RunState run, AllocateCredit planned) => run.DocumentLinks[planned.CreditNote].RemoteDocumentId.Value;

    public override OperationEvidence EvidenceOf(RunState run, AllocateCredit planned)
    {
        var creditNote = run.DocumentLinks[planned.CreditNote];
        return new() { ClientId = creditNote.ClientId, Currency = creditNote.Currency, Gross = planned.Amount };
    }

    public override decimal? AmountOf(AllocateCredit planned) => planned.Amount;

    public override string IdOf(DocumentLink record) => record.RemoteDocumentId.Value;

    public override async Task<IReadOnlyList<WriteResult<DocumentLink>>> InvokeAsync(
        RunState run,
        IReadOnlyList<AllocateCredit> batch,
        IdempotencyKey key,
        CancellationToken cancellationToken)
    {
        var planned = batch.Single();
        var creditNote = run.DocumentLinks[planned.CreditNote];
        var invoice = run.DocumentLinks[planned.AppliesTo];
        var refusal = await documents.AllocateAsync(
            run.Connection,
            new(creditNote.RemoteDocumentId, invoice.RemoteDocumentId, planned.Amount, planned.Date),
            key,
            cancellationToken);
        return [new(refusal is null ? creditNote with { AllocatedTo = planned.AppliesTo } : null, refusal, [])];
    }

    public override void Stored(RunState run, AllocateCredit planned, WriteResult<DocumentLink> result, Outcomes outcomes)
    {
        var link = result.Record!;
        outcomes.DocumentLinks.Add(link);
        outcomes.Release(planned.Record, RecordState.Synced, link.RemoteDocumentId.Value, link.Number);
        outcomes.Count(counts => counts with { CreditsAllocated = counts.CreditsAllocated + 1 });
    }
}
