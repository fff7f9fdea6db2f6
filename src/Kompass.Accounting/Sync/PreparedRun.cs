namespace Kompass.Accounting;

/// <summary>A plan, and what its run need not find out again. Without that, another process or an earlier hour made the plan.</summary>
internal sealed record PreparedRun(SyncPlan Plan)
{
    /// <summary>How far the sources were read; null when nobody keeps it.</summary>
    public SourceProgress? Reached { get; init; }

    /// <summary>True when documents were left for another plan.</summary>
    public bool LeftSome { get; init; }

    /// <summary>True when nothing has changed since a run that found nothing to do, so that none of what is linked was read.</summary>
    public bool IsStill { get; init; }

    /// <summary>What the ledger had told of changes when the run began.</summary>
    public ToldChanges Told { get; init; } = ToldChanges.None;

    /// <summary>
    /// The document links as they were observed under the lease that the run holds, so that nobody else changes them; the run keeps them
    /// up to date. Null when it has to read them.
    /// </summary>
    public Dictionary<InvoiceId, DocumentLink>? DocumentLinks { get; init; }

    /// <summary>What was held when the plan was made; null when the run has to read it.</summary>
    public IReadOnlyDictionary<RecordKey, Hold>? Earlier { get; init; }
}
