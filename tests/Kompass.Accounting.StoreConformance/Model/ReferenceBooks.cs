namespace Kompass.Accounting.StoreConformance;

/// <summary>What a store must answer, in dictionaries and in the plainest way: copy, apply, check, keep.</summary>
internal sealed class ReferenceBooks
{
    private Dictionary<ClientId, ContactLink> _contactLinks = [];
    private Dictionary<InvoiceId, DocumentLink> _documentLinks = [];
    private Dictionary<RecordKey, Hold> _holds = [];
    private Dictionary<OperationId, Operation> _operations = [];
    private List<ContactDecision> _decisions = [];
    private readonly HashSet<OperationId> _archived = [];

    public long Epoch { get; private set; }

    public IEnumerable<ContactLink> ContactLinks => _contactLinks.Values.OrderBy(link => link.ClientId.Value, StringComparer.Ordinal);

    public IEnumerable<DocumentLink> DocumentLinks => _documentLinks.Values.OrderBy(link => link.InvoiceId.Value, StringComparer.Ordinal);

    public IEnumerable<Hold> Holds => _holds.Values.OrderBy(hold => hold.Record.ToString(), StringComparer.Ordinal);

    public IEnumerable<Operation> Operations => _operations.Values;

    public IReadOnlyList<ContactDecision> Decisions => _decisions;

    public void TakeOver() => Epoch++;

    /// <summary>What an archiving moves: settled before, and not moved already.</summary>
    public IReadOnlySet<OperationId> SettledBefore(DateTimeOffset instant) => _operations.Values
        .Where(operation => operation.State is OperationState.Succeeded or OperationState.Failed && operation.SettledAt < instant)
        .Select(operation => operation.Id)
        .Where(id => !_archived.Contains(id))
        .ToHashSet();

    public void Archive(IEnumerable<OperationId> operations) => _archived.UnionWith(operations);

    /// <returns>False when the call must be refused with a conflict.</returns>
    public bool Review(IEnumerable<ContactLink> links, IEnumerable<ContactDecision> decisions)
    {
        var next = new Dictionary<ClientId, ContactLink>(_contactLinks);
        var remembered = _decisions.ToList();
        foreach (var link in links)
        {
            if (next.TryGetValue(link.ClientId, out var standing))
            {
                if (standing.RemoteContactId != link.RemoteContactId)
                {
                    return false;
                }

                next[link.ClientId] = standing with { IsShared = link.IsShared };
            }
            else
            {
                next[link.ClientId] = link;
            }

            remembered.RemoveAll(decision => decision.ClientId == link.ClientId || decision.RemoteContactId == link.RemoteContactId);
        }

        if (!IsSound(next.Values))
        {
            return false;
        }

        foreach (var decision in decisions)
        {
            remembered.RemoveAll(other => (decision.ClientId is not null && other.ClientId == decision.ClientId)
                || (decision.RemoteContactId is not null && other.RemoteContactId == decision.RemoteContactId));
            remembered.Add(decision);
        }

        _contactLinks = next;
        _decisions = remembered;
        return true;
    }

    public bool Remove(ClientId client) => _contactLinks.Remove(client);

    /// <returns>False when the call must be refused with a conflict.</returns>
    public bool Record(OutcomeBatch batch)
    {
        var contacts = new Dictionary<ClientId, ContactLink>(_contactLinks);
        foreach (var link in batch.ContactLinks)
        {
            if (contacts.TryGetValue(link.ClientId, out var standing) && standing.RemoteContactId != link.RemoteContactId)
            {
                return false;
            }

            contacts[link.ClientId] = link;
        }

        var documents = new Dictionary<InvoiceId, DocumentLink>(_documentLinks);
        foreach (var link in batch.DocumentLinks)
        {
            if (documents.TryGetValue(link.InvoiceId, out var standing) && standing.RemoteDocumentId != link.RemoteDocumentId)
            {
                return false;
            }

            documents[link.InvoiceId] = link;
        }

        if (!IsSound(contacts.Values) || documents.Values.CountBy(link => link.RemoteDocumentId).Any(count => count.Value > 1))
        {
            return false;
        }

        _contactLinks = contacts;
        _documentLinks = documents;
        _decisions = [.. _decisions.Where(decision => !batch.ContactLinks.Any(link =>
            link.ClientId == decision.ClientId || link.RemoteContactId == decision.RemoteContactId))];
        _operations = new(_operations);
        foreach (var operation in batch.Operations)
        {
            _operations[operation.Id] = operation;
        }

        _holds = _holds.Where(hold => !batch.Released.Contains(hold.Key)).ToDictionary();
        foreach (var hold in batch.Holds)
        {
            _holds[hold.Record] = _holds.TryGetValue(hold.Record, out var standing) && standing.Reason == hold.Reason
                ? hold with { Since = standing.Since }
                : hold;
        }

        return true;
    }

    private static bool IsSound(IEnumerable<ContactLink> links) =>
        links.GroupBy(link => link.RemoteContactId).All(contact => contact.Count() == 1 || contact.All(link => link.IsShared));
}
