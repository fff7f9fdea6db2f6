using Kompass.Accounting.Matching;

namespace Kompass.Accounting;

/// <summary>
/// Finds contacts that we did not create ourselves, archived ones included, and that look like a client that would be created.
/// </summary>
internal sealed class LookAlikeGuard
{
    private readonly ILookAlikeIndex? _index;
    private readonly IReadOnlyDictionary<RemoteContactId, RemoteContact> _contacts;

    public LookAlikeGuard(INameMatcher matcher, Observation observation)
    {
        var created = observation.ContactLinks.Values
            .Where(link => link.Origin == LinkOrigin.Created)
            .Select(link => link.RemoteContactId)
            .ToHashSet();
        _contacts = observation.Contacts;
        var others = observation.Contacts.Values
            .Where(contact => !created.Contains(contact.Id))
            .OrderBy(contact => contact.Id.Value, StringComparer.Ordinal)
            .ToList();

        // An index is large, however few contacts there are.
        _index = others.Count == 0 ? null : matcher.CreateIndex(others.Select(MatchRecords.Of));
    }

    /// <summary>Says which contact looks like the client; null when none does.</summary>
    public string? Find(Client client)
    {
        if (_index?.Find(MatchRecords.Of(client), MatchBand.Medium, maximum: 1) is not { Count: > 0 } found)
        {
            return null;
        }

        var contact = _contacts[new(found[0].RightKey)];
        var state = contact.Status == ContactStatus.Active ? string.Empty : ", archived";
        return $"Contact '{contact.Name}' ({contact.Id}{state}) looks like the client: {found[0].Reason}.";
    }
}
