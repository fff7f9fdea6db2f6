namespace Kompass.Accounting;

/// <summary>Says how the rows of a comparison stand under the links and decisions of now. Pure.</summary>
internal sealed class RowStates
{
    private readonly ILookup<RemoteContactId, ContactLink> _byContact;
    private readonly Dictionary<ClientId, ContactLink> _byClient;
    private readonly DecisionIndex _decisions;

    public RowStates(IReadOnlyCollection<ContactLink> links, IEnumerable<ContactDecision> decisions)
    {
        _byContact = links.ToLookup(link => link.RemoteContactId);
        _byClient = links.ToDictionary(link => link.ClientId);
        _decisions = new(decisions);
    }

    public ReviewedRow Of(ReconciliationRow row)
    {
        var ofClient = row.Client is { } client ? _byClient.GetValueOrDefault(client.Id) : null;
        if (LinkOf(row, ofClient) is { } link)
        {
            return new() { Row = row, State = ReviewState.Linked, Link = link };
        }

        return DecisionOf(row) is { } decision
            ? new() { Row = row, State = decision.Decision == ReviewDecision.Create ? ReviewState.ToCreate : ReviewState.Ignored, Decision = decision }
            : new() { Row = row, State = ReviewState.Open, Link = ofClient };
    }

    /// <summary>A row is about its contact where it has one: a client that went to another contact leaves it open.</summary>
    private ContactLink? LinkOf(ReconciliationRow row, ContactLink? ofClient)
    {
        if (row.Contact is not { } contact)
        {
            return ofClient;
        }

        var links = _byContact[contact.Id];
        return links.FirstOrDefault(link => link.ClientId == row.Client?.Id) ?? links.FirstOrDefault();
    }

    private ContactDecision? DecisionOf(ReconciliationRow row) => row switch
    {
        { Contact: { } contact } when _decisions.IsIgnored(contact.Id) => _decisions.About(contact.Id),
        { Contact: { } contact, Client: { } client } when _decisions.Settles(contact.Id, client.Id) => _decisions.About(client.Id),
        { Contact: null, Client: { } client } => _decisions.About(client.Id),
        _ => null,
    };
}
