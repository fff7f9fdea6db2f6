namespace Kompass.Accounting;

/// <summary>One kind of call: how a batch is sent, and what each stored element means.</summary>
internal abstract class BatchCall<TPlanned, TRecord>
    where TPlanned : PlannedOperation
    where TRecord : class
{
    public abstract DocumentKind? Kind { get; }

    /// <summary>By what the effect is found again.</summary>
    public abstract string NaturalKeyOf(TPlanned planned);

    /// <summary>The id in the ledger, where it is known beforehand.</summary>
    public virtual string? RemoteIdOf(RunState run, TPlanned planned) => null;

    /// <summary>By what the effect is recognised when it has to be looked for.</summary>
    public virtual OperationEvidence? EvidenceOf(RunState run, TPlanned planned) => null;

    /// <summary>The gross amount that waits when the record is held.</summary>
    public virtual decimal? AmountOf(TPlanned planned) => null;

    public abstract string IdOf(TRecord record);

    public abstract Task<IReadOnlyList<WriteResult<TRecord>>> InvokeAsync(
        RunState run,
        IReadOnlyList<TPlanned> batch,
        IdempotencyKey key,
        CancellationToken cancellationToken);

    /// <summary>Takes in one element that the ledger stored.</summary>
    public abstract void Stored(RunState run, TPlanned planned, WriteResult<TRecord> result, Outcomes outcomes);
}
