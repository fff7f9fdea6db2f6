namespace Kompass.Accounting;

/// <summary>What a run knows while it applies its plan.</summary>
internal sealed class RunState(
    SyncPlan plan, Lease lease, Dictionary<InvoiceId, DocumentLink>? links = null, IReadOnlyDictionary<RecordKey, Hold>? earlier = null)
{
    private readonly Dictionary<RecordKey, Hold> _holds = plan.Holds.ToDictionary(hold => hold.Record);
    private readonly HashSet<(RecordKey Record, HoldReason Reason)> _newHolds = [];

    public SyncPlan Plan { get; } = plan;

    /// <summary>Nobody waits at a page for what a plan writes, not even when a person asked for it.</summary>
    public RemoteConnection Connection { get; } = plan.Connection with { IsBackground = true };

    /// <summary>True when a person approved it to take back what an earlier run did.</summary>
    public bool IsUndo { get; init; }

    /// <summary>What the ledger had told of changes when the run began.</summary>
    public ToldChanges Told { get; init; } = ToldChanges.None;

    public RemoteOrganisationId OrganisationId => Plan.Connection.OrganisationId;

    public Lease Lease { get; set; } = lease;

    public Dictionary<ClientId, ContactLink> ContactLinks { get; } = [];

    public Dictionary<InvoiceId, DocumentLink> DocumentLinks { get; } = links ?? [];

    /// <summary>Whether <see cref="DocumentLinks"/> are all there are; else only those that this run changed.</summary>
    public bool HasDocumentLinks { get; set; } = links is not null;

    /// <summary>What was read to see what people did in the ledger.</summary>
    public Dictionary<DocumentKind, DriftReading> DriftReadings { get; } = [];

    public SyncCounts Counts { get; private set; } = new();

    public int UnknownBatchesInARow { get; set; }

    /// <summary>The latest instant that the ledger's clock showed in this run; null before it wrote anything.</summary>
    public DateTimeOffset? LedgerTime { get; private set; }

    public IReadOnlyCollection<Hold> Holds => _holds.Values;

    /// <summary>What was held before this run; null until it is read.</summary>
    public IReadOnlyDictionary<RecordKey, Hold>? Earlier { get; set; } = earlier;

    /// <summary>Whether a record was not held for this reason before, neither by an earlier run nor by this one so far.</summary>
    public bool IsNew(Hold hold) =>
        Earlier?.GetValueOrDefault(hold.Record)?.Reason != hold.Reason && _newHolds.Add((hold.Record, hold.Reason));

    /// <summary>When the engine first saw a change that it sends: a record that was held was seen when it was held first.</summary>
    public DateTimeOffset ReadAt(RecordKey record) => Earlier?.GetValueOrDefault(record)?.Since ?? Plan.CreatedAt;

    /// <summary>Takes in what was recorded.</summary>
    public void Absorb(Outcomes outcomes)
    {
        Counts = outcomes.AddTo(Counts);
        foreach (var link in outcomes.ContactLinks)
        {
            ContactLinks[link.ClientId] = link;
        }

        foreach (var link in outcomes.DocumentLinks)
        {
            DocumentLinks[link.InvoiceId] = link;
            Saw(link.RemoteUpdatedAt);
        }

        foreach (var contact in outcomes.Contacts)
        {
            Saw(contact.UpdatedAt);
        }

        foreach (var hold in outcomes.Holds)
        {
            _holds[hold.Record] = hold;
        }
    }

    /// <summary>Whether everything that was planned is done or held, so that nothing of it has to be found again.</summary>
    public bool IsAccountedFor => Plan.Pilot is null && Plan.Operations.All(planned => _holds.ContainsKey(planned.Record) || IsDone(planned));

    private bool IsDone(PlannedOperation planned) => planned switch
    {
        CreateContact contact => ContactLinks.ContainsKey(contact.Client),
        UpdateContact contact => ContactLinks.GetValueOrDefault(contact.Link.ClientId)?.RecordHash == contact.RecordHash,
        CreateDocument document => DocumentLinks.GetValueOrDefault(document.Invoice.Id)?.RecordHash == document.RecordHash,
        UpdateDocument document => DocumentLinks.GetValueOrDefault(document.Link.InvoiceId)?.RecordHash == document.RecordHash,
        VoidDocument document => DocumentLinks.GetValueOrDefault(document.Link.InvoiceId)?.IsVoided == true,
        AllocateCredit credit => DocumentLinks.GetValueOrDefault(credit.CreditNote)?.AllocatedTo == credit.AppliesTo,
        _ => false,
    };

    private void Saw(DateTimeOffset instant) => LedgerTime = LedgerTime > instant ? LedgerTime : instant;

    public SyncCounts FinalCounts => Counts with { Held = _holds.Count };
}
