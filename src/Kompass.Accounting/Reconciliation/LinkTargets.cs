namespace Kompass.Accounting;

/// <summary>Reads the two sides of a link that a person names by their ids.</summary>
internal sealed class LinkTargets(IClientSource clients, IContactStore contacts, IContactMirror mirror, ProviderDescriptor provider)
{
    /// <exception cref="ConfigurationException">The client does not exist in the configuration's organisations.</exception>
    public async Task<Client> RequireClientAsync(SyncConfiguration configuration, ClientId client, CancellationToken cancellationToken)
    {
        var found = await clients.FindAsync(configuration.Organisations, [client], cancellationToken);
        return found.FirstOrDefault(item => item.Key == client && !item.IsTombstone)?.Record ?? throw new ConfigurationException(new ConfigurationProblem(
            nameof(ContactLink.ClientId),
            $"Client '{client}' does not exist in the organisations of this configuration. Copy the id from Kompass."));
    }

    /// <summary>Reads the contact, whose id is then as the ledger writes it: people paste ids with capitals or braces. It may be archived.</summary>
    /// <exception cref="ConfigurationException">The contact does not exist.</exception>
    public async Task<RemoteContact> RequireContactAsync(RemoteConnection connection, RemoteContactId contact, CancellationToken cancellationToken)
    {
        RemoteContactId[] notations = Guid.TryParse(contact.Value, out var id) ? [contact, new(id.ToString("D"))] : [contact];
        var found = await contacts.FindAsync(connection, notations.ToHashSet(), cancellationToken);
        if (new ContactCell(found).Find(contact.Value) is not { } record)
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(ContactLink.RemoteContactId),
                $"Contact '{contact}' does not exist in {connection.OrganisationName}. "
                + $"Copy the id from {provider.DisplayName} or from the exported file."));
        }

        await mirror.SaveAsync(connection.OrganisationId, [record], null, cancellationToken);
        return record;
    }
}
