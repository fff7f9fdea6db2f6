using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Writes contact links, with the rule that neither a client nor a contact is linked twice.</summary>
internal static class ContactLinkWriter
{
    /// <param name="context">A context in a transaction that holds the organisation's lock.</param>
    /// <param name="organisation">The organisation that every link must belong to.</param>
    /// <param name="links">The links.</param>
    /// <param name="replace">True to overwrite a standing link of the same client and contact; false to leave it, its sharing aside.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<ContactLink> links,
        bool replace,
        CancellationToken cancellationToken)
    {
        if (links.Count == 0)
        {
            return;
        }

        var clients = links.Select(link => link.ClientId.Value).ToHashSet();
        var contacts = links.Select(link => link.RemoteContactId.Value).ToHashSet();
        var byClient = await ReadAsync(context, organisation, clients, contacts, cancellationToken);
        foreach (var link in links)
        {
            Ownership.Require(organisation, link.RemoteOrganisationId, RecordKey.Of(link.ClientId));
            Apply(context, byClient, link, replace);
        }

        RequireOneClientEach(byClient.Values.Where(row => contacts.Contains(row.RemoteContactId)));
        await DecisionWriter.EndAsync(context, organisation, clients, contacts, cancellationToken);
    }

    // Two statements, because one with OR would read every link of the organisation.
    private static async Task<Dictionary<string, ContactLinkRow>> ReadAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        HashSet<string> clients,
        HashSet<string> contacts,
        CancellationToken cancellationToken)
    {
        var all = context.Set<ContactLinkRow>().Where(row => row.RemoteOrganisationId == organisation.Value);
        var ofClients = await all.Where(row => clients.Contains(row.ClientId)).ToListAsync(cancellationToken);
        var ofContacts = await all.Where(row => contacts.Contains(row.RemoteContactId)).ToListAsync(cancellationToken);
        return ofClients.Union(ofContacts).ToDictionary(row => row.ClientId, StringComparer.Ordinal);
    }

    private static void Apply(AccountingDbContext context, Dictionary<string, ContactLinkRow> byClient, ContactLink link, bool replace)
    {
        if (!byClient.TryGetValue(link.ClientId.Value, out var row))
        {
            byClient[link.ClientId.Value] = row = new();
            row.Set(link);
            context.Add(row);
        }
        else if (row.RemoteContactId != link.RemoteContactId.Value)
        {
            throw new LinkConflictException(
                $"Client {link.ClientId} is linked to contact {row.RemoteContactId} and cannot be linked to contact {link.RemoteContactId} "
                + "as well. Remove the standing link first, or correct the new one.");
        }
        else if (replace)
        {
            row.Set(link);
        }
        else
        {
            row.IsShared = link.IsShared;
        }
    }

    private static void RequireOneClientEach(IEnumerable<ContactLinkRow> rows)
    {
        foreach (var contact in rows.GroupBy(row => row.RemoteContactId, StringComparer.Ordinal))
        {
            var clients = contact.Select(row => row.ClientId).Order(StringComparer.Ordinal).ToList();
            if (clients.Count > 1 && contact.Any(row => !row.IsShared))
            {
                throw new LinkConflictException(
                    $"Contact {contact.Key} would be linked to the clients {string.Join(" and ", clients)}. "
                    + "Keep one of them, or allow the clients to share the contact.");
            }
        }
    }
}
