namespace Kompass.Accounting;

/// <summary>What a run knows while it applies its plan.</summary>
internal sealed class RunState(SyncPlan plan, Lease lease)
{
    private readonly Dictionary<RecordKey, Hold> _holds = plan.Holds.ToDictionary(hold => hold.Record);

    public SyncPlan Plan { get; } = plan;

    public RemoteConnection Connection => Plan.Connection;

    public RemoteOrganisationId OrganisationId => Plan.Connection.OrganisationId;

    public Lease Lease { get; set; } = lease;

    public Dictionary<ClientId, ContactLink> ContactLinks { get; } = [];

    public Dictionary<InvoiceId, DocumentLink> DocumentLinks { get; } = [];

    public SyncCounts Counts { get; private set; } = new();

    public int UnknownBatchesInARow { get; set; }

    /// <summary>The latest instant that the ledger's clock showed in this run; null before it wrote anything.</summary>
    public DateTimeOffset? LedgerTime { get; private set; }

    public IReadOnlyCollection<Hold> Holds => _holds.Values;

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

    private void Saw(DateTimeOffset instant) => LedgerTime = LedgerTime > instant ? LedgerTime : instant;

    public SyncCounts FinalCounts => Counts with { Held = _holds.Count };
}
