namespace Kompass.Accounting;

/// <summary>Gathers what one batch has come to, until it is recorded.</summary>
internal sealed class Outcomes
{
    private readonly List<Func<SyncCounts, SyncCounts>> _counts = [];

    public List<Operation> Operations { get; } = [];

    public List<ContactLink> ContactLinks { get; } = [];

    public List<DocumentLink> DocumentLinks { get; } = [];

    public List<RemoteContact> Contacts { get; } = [];

    public List<Hold> Holds { get; } = [];

    public List<RecordKey> Released { get; } = [];

    public List<RecordStatus> Statuses { get; } = [];

    public List<ClientId> RemovedContactLinks { get; } = [];

    public List<InvoiceId> RemovedDocumentLinks { get; } = [];

    public List<ContactDecision> Decisions { get; } = [];

    public List<RecordSkip> Skips { get; } = [];

    public List<RecordKey> Unskipped { get; } = [];

    public List<AuditEntry> Audit { get; } = [];

    public Dictionary<string, SourceCursor> Cursors { get; } = [];

    public bool IsEmpty =>
        Operations.Count + ContactLinks.Count + DocumentLinks.Count + Contacts.Count + Holds.Count + Released.Count
        + RemovedContactLinks.Count + RemovedDocumentLinks.Count + Decisions.Count + Skips.Count + Unskipped.Count
        + Audit.Count + Cursors.Count == 0;

    public void Count(Func<SyncCounts, SyncCounts> change) => _counts.Add(change);

    public SyncCounts AddTo(SyncCounts counts) => _counts.Aggregate(counts, (current, change) => change(current));

    public void Hold(Hold hold)
    {
        Holds.Add(hold);
        Statuses.Add(new() { Record = hold.Record, State = RecordState.Held, Hold = hold });
    }

    public void Release(RecordKey record, RecordState state, string remoteId, string? number)
    {
        Released.Add(record);
        Statuses.Add(new() { Record = record, State = state, RemoteId = remoteId, Number = number });
    }

    public OutcomeBatch ToBatch()
    {
        var held = Holds.Select(hold => hold.Record).ToHashSet();
        return new()
        {
            Operations = Operations,
            ContactLinks = ContactLinks,
            DocumentLinks = DocumentLinks,
            Contacts = Contacts,
            Holds = Holds,
            Released = [.. Released.Where(record => !held.Contains(record))],
            RemovedContactLinks = RemovedContactLinks,
            RemovedDocumentLinks = RemovedDocumentLinks,
            Decisions = Decisions,
            Skips = Skips,
            Unskipped = Unskipped,
            Audit = Audit,
            Cursors = Cursors,
        };
    }
}
