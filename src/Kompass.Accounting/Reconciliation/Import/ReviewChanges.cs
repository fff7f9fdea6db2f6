namespace Kompass.Accounting;

/// <summary>Remembers which row asked for which link or decision, so that each can be told as a change of that row.</summary>
internal sealed class ReviewChanges(DecisionIndex remembered)
{
    private readonly Dictionary<object, ImportChange> _changes = new(ReferenceEqualityComparer.Instance);

    public void Note(ContactLink link, ReviewLine line, ReconciliationRow? listed, RemoteContact contact, Client client) =>
        _changes.Add(link, Change(line, listed, contact, client, $"linked to client {Name(client)}"));

    public void Note(ContactDecision decision, ReviewLine line, ReconciliationRow? listed, RemoteContact? contact, Client? client) =>
        _changes.Add(decision, Change(line, listed, contact, client, After(decision, contact)));

    /// <summary>The changes that come to pass, in the order of their rows.</summary>
    public IReadOnlyList<ImportChange> Of(IEnumerable<ContactLink> links, IEnumerable<ContactDecision> decisions) =>
        [.. links.Cast<object>().Concat(decisions).Select(what => _changes[what]).OrderBy(change => change.Line)];

    private ImportChange Change(ReviewLine line, ReconciliationRow? listed, RemoteContact? contact, Client? client, string after) => new()
    {
        Line = line.Line,
        Contact = contact,
        Client = client,
        Before = Before(listed, contact, client),
        After = after,
    };

    private string Before(ReconciliationRow? listed, RemoteContact? contact, Client? client)
    {
        var earlier = (contact is null ? null : remembered.About(contact.Id)) ?? (client is null ? null : remembered.About(client.Id));
        var standing = earlier is null ? "not decided" : RowReasons.Decided(earlier);
        return listed?.Client is { } proposed && client is not null && proposed.Id != client.Id
            ? $"{standing}; the candidate was client {Name(proposed)}"
            : standing;
    }

    private static string After(ContactDecision decision, RemoteContact? contact) => decision switch
    {
        { Decision: ReviewDecision.Create } when contact is not null => "to be created as a new contact, not this one",
        { Decision: ReviewDecision.Create } => "to be created as a new contact",
        _ => "ignored",
    };

    private static string Name(Client client) => $"{client.Name} ('{client.Id}')";
}
