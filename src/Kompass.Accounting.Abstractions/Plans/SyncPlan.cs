namespace Kompass.Accounting;

/// <summary>
/// What the next sync would do: a pure function of what was observed. Can be shown, and applied once, by the process that made it.
/// </summary>
public sealed record SyncPlan
{
    /// <summary>How many contacts <see cref="Postings"/> tells apart, so that a first load of a hundred thousand documents stays small.</summary>
    public const int MaximumPostingContacts = 1000;

    /// <summary>The run that will apply it.</summary>
    public required RunId Id { get; init; }

    /// <summary>The configuration.</summary>
    public required ConfigurationId ConfigurationId { get; init; }

    /// <summary>The connection that it was made for.</summary>
    public required RemoteConnection Connection { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The configuration's "VAT filed to" under which it was made; null for none. Once that moves on, the plan is not applied any further.</summary>
    public DateOnly? VatFiledTo { get; init; }

    /// <summary>The changes, in the order in which they are applied.</summary>
    public required IReadOnlyList<PlannedOperation> Operations { get; init; }

    /// <summary>The changes that are not made yet, since a pilot sends others first. They stay planned.</summary>
    public IReadOnlyList<PlannedOperation> Waiting { get; init; } = [];

    /// <summary>What the pilot under way sends; null when there is none.</summary>
    public PilotSelection? Pilot { get; init; }

    /// <summary>The records that are held, with reason and remedy.</summary>
    public required IReadOnlyList<Hold> Holds { get; init; }

    /// <summary>The records that are rightly not sent.</summary>
    public required IReadOnlyList<SkippedRecord> Skipped { get; init; }

    /// <summary>Links of clients whose contact already holds all that would be written: only their hash is recorded.</summary>
    public IReadOnlyList<ContactLink> Acknowledged { get; init; } = [];

    /// <summary>Links whose contact somebody changed in the ledger: recorded and told.</summary>
    public IReadOnlyList<ContactDrift> ContactDrifts { get; init; } = [];

    /// <summary>How many records are as they were sent.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Records that were held and no longer are.</summary>
    public IReadOnlyList<RecordKey> Released { get; init; } = [];

    /// <summary>What the documents that it creates would post once they are approved, by account and currency.</summary>
    public IReadOnlyList<AccountTotal> AccountTotals { get; init; } = [];

    /// <summary>
    /// The same by account, class of VAT, month, contact and currency; debits equal credits in every currency, and for every document.
    /// Contacts are told apart up to <see cref="MaximumPostingContacts"/>, in the order of the plan; the amounts of all others stand together.
    /// </summary>
    public IReadOnlyList<PlannedPosting> Postings { get; init; } = [];

    /// <summary>The documents, created or changed, that get a rounding line or stated tax amounts.</summary>
    public IReadOnlyList<PlannedAdjustment> Adjustments { get; init; } = [];

    /// <summary>How many calls of the ledger applying it takes, if nothing fails.</summary>
    public required int EstimatedCalls { get; init; }

    /// <summary>How many bytes applying it sends and receives, about; 0 when nothing is written.</summary>
    public long EstimatedBytes { get; init; }

    /// <summary>
    /// How long the ledger's limits of calls a minute and a day make applying it take at best, if nobody else calls; the time that
    /// the calls themselves take comes on top. Zero when the calls fit into one minute.
    /// </summary>
    public TimeSpan ShortestTime { get; init; }

    /// <summary>True when nothing would be written into the ledger.</summary>
    public bool IsEmpty => Operations.Count == 0;
}
