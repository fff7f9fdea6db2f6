namespace Kompass.Accounting;

/// <summary>Client links of an earlier integration, checked. Pure.</summary>
internal static class ClientRows
{
    public static void Read(
        TakeOverDraft draft,
        TableFile file,
        string idColumn,
        IReadOnlyDictionary<ClientId, Client> clients,
        IEnumerable<RemoteContact> contacts,
        ProviderDescriptor provider)
    {
        var byId = contacts.ToDictionary(contact => contact.Id.Value, StringComparer.OrdinalIgnoreCase);
        var byContact = draft.ContactLinks.Values.ToLookup(link => link.RemoteContactId);
        foreach (var row in file.Rows)
        {
            var client = new ClientId(row[TakeOverColumns.KompassId]);
            if (!clients.ContainsKey(client))
            {
                file.Add(row.Line, TakeOverColumns.KompassId, $"Client '{client}' does not exist in the organisations of this configuration.");
            }
            else if (!byId.TryGetValue(row[idColumn], out var contact))
            {
                file.Add(row.Line, idColumn, $"No contact has the id '{row[idColumn]}' in {provider.DisplayName}.");
            }
            else if (contact.MergedInto is not null || contact.Status != ContactStatus.Active)
            {
                file.Add(row.Line, idColumn, ContactState.Refusal(contact, provider));
            }
            else if (draft.ContactLinks.TryGetValue(client, out var standing))
            {
                if (standing.RemoteContactId != contact.Id || draft.NewContacts.Contains(standing))
                {
                    file.Add(row.Line, TakeOverColumns.KompassId, $"Client '{client}' is linked to contact {standing.RemoteContactId} already, or named twice.");
                }
                else
                {
                    draft.AlreadyThere++;
                }
            }
            else if (byContact[contact.Id].Concat(draft.NewContacts.Where(link => link.RemoteContactId == contact.Id)).FirstOrDefault() is { IsShared: false } other)
            {
                file.Add(row.Line, idColumn, $"Contact '{contact.Name}' is linked to client '{other.ClientId}' already, or named twice.");
            }
            else
            {
                draft.Add(new ContactLink
                {
                    RemoteOrganisationId = draft.OrganisationId,
                    ClientId = client,
                    RemoteContactId = contact.Id,
                    Origin = LinkOrigin.Manual,
                    CreatedAt = draft.Now,
                    CreatedBy = draft.RequestedBy,
                });
            }
        }
    }
}
