using Kompass.Accounting.Matching;

namespace Kompass.Accounting;

/// <summary>
/// Makes the rows of a comparison. Pure: the same records, links and decisions give the same rows. One use.
/// </summary>
/// <remarks>
/// Active contacts choose first, so that an archived twin never takes a client from the contact in use. A client that a reviewer
/// decided to create comes back only when a contact turns up that is probably the client and was not rejected before.
/// </remarks>
internal sealed class ContactComparison(
    INameMatcher matcher,
    RowReasons reasons,
    IProgress<SyncProgress>? progress,
    CancellationToken cancellationToken)
{
    private const double WorthAMention = 0.05;

    private readonly List<ReconciliationRow> _rows = [];
    private readonly Dictionary<RemoteContactId, (ClientId Client, MatchCandidate Candidate)> _pairs = [];
    private readonly Dictionary<RemoteContactId, string> _unmatched = [];
    private readonly HashSet<ClientId> _taken = [];
    private readonly Dictionary<ClientId, RemoteContactId> _resembling = [];
    private Dictionary<RemoteContactId, RemoteContact> _contacts = [];

    public IReadOnlyList<ReconciliationRow> Compare(
        IReadOnlyCollection<RemoteContact> contacts,
        IReadOnlyDictionary<ClientId, Client> clients,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> remembered)
    {
        var decisions = new DecisionIndex(remembered);
        _contacts = contacts.ToDictionary(contact => contact.Id);
        var linkedContacts = links.Select(link => link.RemoteContactId).ToHashSet();
        var linkedClients = links.Select(link => link.ClientId).ToHashSet();
        var freeContacts = contacts
            .Where(contact => !linkedContacts.Contains(contact.Id))
            .OrderBy(contact => contact.Id.Value, StringComparer.Ordinal)
            .ToList();
        var freeClients = clients.Values
            .Where(client => !linkedClients.Contains(client.Id))
            .OrderBy(client => client.Id.Value, StringComparer.Ordinal)
            .ToList();

        AssignAll(freeContacts, freeClients, decisions);
        AddLinked(links, clients);
        AddContacts(freeContacts, clients, linkedClients, decisions);
        AddClients(freeClients, decisions);
        return RowOrder.Sort(_rows);
    }

    private void AssignAll(List<RemoteContact> contacts, List<Client> clients, DecisionIndex decisions)
    {
        var open = contacts.Where(contact => !decisions.IsIgnored(contact.Id)).ToList();
        var undecided = clients.Where(client => decisions.About(client.Id) is null).ToList();
        var toCreate = clients.Where(client => decisions.About(client.Id) is { Decision: ReviewDecision.Create }).ToList();

        var weak = new List<MatchRow>();
        weak.AddRange(Assign("Matching", [.. open.Where(contact => contact.IsUsable)], undecided, decisions));
        weak.AddRange(Assign("Matching archived contacts", [.. open.Where(contact => !contact.IsUsable)], Untaken(undecided), decisions));
        Assign("Matching clients to create", [.. open.Where(contact => !_pairs.ContainsKey(contact.Id))], toCreate, decisions);
        foreach (var row in weak)
        {
            Take(row, decisions, MatchBand.Low);
        }
    }

    private List<Client> Untaken(List<Client> clients) => [.. clients.Where(client => !_taken.Contains(client.Id))];

    /// <summary>Matches, keeps what is probably the same, and answers with the rest.</summary>
    private List<MatchRow> Assign(string stage, List<RemoteContact> contacts, List<Client> clients, DecisionIndex decisions)
    {
        if (contacts.Count == 0 || clients.Count == 0)
        {
            return [];
        }

        var result = matcher.Match(
            [.. contacts.Select(MatchRecords.Of)],
            [.. clients.Select(MatchRecords.Of)],
            null,
            progress is null ? null : new MatchingProgress(progress, stage),
            cancellationToken);
        NoteResembling(result.Rows);
        return [.. result.Rows.Where(row => !Take(row, decisions, MatchBand.Medium))];
    }

    // A client that gets no contact of its own may still resemble one that went elsewhere, and its reviewer has to know.
    private void NoteResembling(IEnumerable<MatchRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var candidate in row.Candidates.TakeWhile(candidate => candidate.Confidence >= WorthAMention))
            {
                _resembling.TryAdd(new(candidate.RightKey), new(row.LeftKey));
            }
        }
    }

    private bool Take(MatchRow row, DecisionIndex decisions, MatchBand atLeast)
    {
        var contact = new RemoteContactId(row.LeftKey);
        if (row.Assigned is not { } candidate)
        {
            _unmatched.TryAdd(contact, row.Reason);
            return false;
        }

        var client = new ClientId(candidate.RightKey);
        if (candidate.Band < atLeast || _pairs.ContainsKey(contact) || decisions.IsRejected(contact, client) || !_taken.Add(client))
        {
            return false;
        }

        _pairs.Add(contact, (client, candidate));
        return true;
    }

    private void AddLinked(IEnumerable<ContactLink> links, IReadOnlyDictionary<ClientId, Client> clients)
    {
        foreach (var link in links)
        {
            var contact = _contacts.GetValueOrDefault(link.RemoteContactId);
            var client = clients.GetValueOrDefault(link.ClientId);
            if (contact is not null || client is not null)
            {
                Add(ReconciliationStatus.Linked, contact, client, 100m, ConfidenceBand.High, reasons.Linked(link, contact, client));
            }
        }
    }

    private void AddContacts(
        IEnumerable<RemoteContact> contacts,
        IReadOnlyDictionary<ClientId, Client> clients,
        HashSet<ClientId> linkedClients,
        DecisionIndex decisions)
    {
        foreach (var contact in contacts)
        {
            if (_pairs.TryGetValue(contact.Id, out var pair))
            {
                var band = RowReasons.BandOf(pair.Candidate.Band, contact);
                Add(ReconciliationStatus.Candidate, contact, clients[pair.Client], Percent(pair.Candidate.Confidence), band,
                    reasons.Candidate(contact, pair.Candidate.Band, pair.Candidate.Reason, decisions.About(pair.Client)));
            }
            else if (decisions.About(contact.Id) is { } decision)
            {
                AddDecided(contact, decision, clients, linkedClients);
            }
            else
            {
                Add(ReconciliationStatus.ContactOnly, contact, null, null, ConfidenceBand.None,
                    reasons.ContactOnly(contact, _unmatched.GetValueOrDefault(contact.Id)));
            }
        }
    }

    private void AddDecided(
        RemoteContact contact,
        ContactDecision decision,
        IReadOnlyDictionary<ClientId, Client> clients,
        HashSet<ClientId> linkedClients)
    {
        var client = decision.ClientId is { } id && !linkedClients.Contains(id) ? clients.GetValueOrDefault(id) : null;
        if (client is not null && _taken.Add(client.Id))
        {
            Add(ReconciliationStatus.Candidate, contact, client, null, ConfidenceBand.None, RowReasons.Decided(decision), decision.Decision);
        }
        else if (decision.Decision == ReviewDecision.Ignore)
        {
            Add(ReconciliationStatus.ContactOnly, contact, null, null, ConfidenceBand.None, RowReasons.Decided(decision), decision.Decision);
        }
        else
        {
            Add(ReconciliationStatus.ContactOnly, contact, null, null, ConfidenceBand.None, reasons.ContactOnly(contact, null));
        }
    }

    private void AddClients(IEnumerable<Client> clients, DecisionIndex decisions)
    {
        foreach (var client in clients.Where(client => !_taken.Contains(client.Id)))
        {
            var decision = decisions.About(client.Id);
            Add(ReconciliationStatus.ClientOnly, null, client, null, ConfidenceBand.None,
                decision is null ? ReasonOf(client) : RowReasons.Decided(decision), decision?.Decision);
        }
    }

    private string ReasonOf(Client client) =>
        _resembling.TryGetValue(client.Id, out var contact) ? reasons.Contested(_contacts[contact].Name, contact) : reasons.ClientOnly();

    private void Add(
        ReconciliationStatus status,
        RemoteContact? contact,
        Client? client,
        decimal? confidence,
        ConfidenceBand band,
        string reason,
        ReviewDecision? decision = null) =>
        _rows.Add(new()
        {
            Number = _rows.Count + 1,
            Status = status,
            Contact = contact,
            Client = client,
            Confidence = confidence,
            Band = band,
            Reason = reason,
            Decision = decision,
        });

    private static decimal Percent(double confidence) => decimal.Round((decimal)Math.Clamp(confidence, 0, 1) * 100, 2);
}
