namespace Kompass.Accounting;

/// <summary>The names that active contacts have, and that this plan is about to give.</summary>
internal sealed class TakenNames
{
    private readonly Dictionary<string, (string Holder, string Description)> _names = new(StringComparer.OrdinalIgnoreCase);

    public TakenNames(IEnumerable<RemoteContact> contacts)
    {
        foreach (var contact in contacts.Where(contact => contact.Status == ContactStatus.Active))
        {
            _names.TryAdd(ContactContent.TidyName(contact.Name), (contact.Id.Value, $"contact {contact.Id}"));
        }
    }

    public string? Holder(string name) => _names.TryGetValue(name, out var entry) ? entry.Holder : null;

    public string Describe(string name) => _names[name].Description;

    public void Take(string name, Client client) => _names[name] = ("client " + client.Id, $"client {client.Id}, which is sent first");
}
