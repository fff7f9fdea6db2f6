using Kompass.Accounting.Matching;

namespace Kompass.Accounting;

internal sealed class ContactLinkChecker(
    IConfigurationStore configurations, IMappingStore mappings, LinkTargets targets, INameMatcher matcher, ProviderDescriptor provider) : IContactLinkChecker
{
    public async Task<ContactLinkCheck> CheckAsync(
        ConfigurationId configuration, ClientId? client, RemoteContactId contact, CancellationToken cancellationToken)
    {
        var (found, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        var kompass = client is { } id ? await targets.RequireClientAsync(found, id, cancellationToken) : null;
        var remote = await targets.RequireContactAsync(connection, contact, cancellationToken);
        var query = new ContactLinkQuery { Clients = client is { } named ? [named] : [], Contacts = [remote.Id], Maximum = int.MaxValue };
        var links = (await mappings.ReadContactLinksAsync(connection.OrganisationId, query, cancellationToken)).Links;
        var standing = links.FirstOrDefault(link => link.ClientId == client && link.RemoteContactId == remote.Id);
        var likeness = kompass is null ? null : Compare(kompass, remote);
        return new()
        {
            Client = kompass,
            Contact = remote,
            Standing = standing,
            Refusal = remote.IsUsable ? null : ContactState.Refusal(remote, provider),
            Doubts = standing is not null ? [] : [.. Taken(kompass, remote, links), .. Unlike(kompass, remote, likeness)],
            Confidence = kompass is null ? null : likeness?.Confidence ?? 0,
            Likeness = likeness?.Reason,
        };
    }

    private MatchCandidate? Compare(Client client, RemoteContact contact) =>
        matcher.CreateIndex([MatchRecords.Of(contact)]).Find(MatchRecords.Of(client), MatchBand.None, 1) is [var found] ? found : null;

    private static IEnumerable<LinkDoubt> Taken(Client? client, RemoteContact contact, IReadOnlyList<ContactLink> links)
    {
        var sharers = links.Where(link => link.RemoteContactId == contact.Id).Select(link => link.ClientId).ToList();
        if (sharers.Count > 0)
        {
            yield return new(
                LinkDoubtKind.ContactTaken,
                $"Contact '{contact.Name}' is linked to {Counted.Listed("client", sharers, most: 5)} already. Where that is wrong, unlink it first; "
                + "otherwise the clients share the contact, and the documents of all of them go to it.");
        }

        if (client is not null && links.FirstOrDefault(link => link.ClientId == client.Id) is { } other)
        {
            yield return new(
                LinkDoubtKind.ClientTaken,
                $"Client '{client.Name}' is linked to contact {other.RemoteContactId} already. The new link takes the place of that one; documents that were sent stay where they are.");
        }
    }

    private IEnumerable<LinkDoubt> Unlike(Client? client, RemoteContact contact, MatchCandidate? likeness)
    {
        if (client is not null && likeness is not { Band: > MatchBand.None })
        {
            yield return new(
                LinkDoubtKind.Unlike,
                $"The two have little in common: '{client.Name}' in Kompass, '{contact.Name}' in {provider.DisplayName}. Check that the id is that of the right contact.");
        }
    }
}
