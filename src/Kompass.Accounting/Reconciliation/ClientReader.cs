namespace Kompass.Accounting;

internal static class ClientReader
{
    /// <summary>Reads every client of some organisations; a client that a later page repeats or deletes counts as the later page says.</summary>
    /// <param name="source">The host's source.</param>
    /// <param name="organisations">The organisations.</param>
    /// <param name="read">Told how many clients were read so far; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyDictionary<ClientId, Client>> ReadAllAsync(
        this IClientSource source,
        IReadOnlyCollection<KompassOrganisationId> organisations,
        Action<int>? read,
        CancellationToken cancellationToken)
    {
        var clients = new Dictionary<ClientId, Client>();
        await foreach (var page in source.ReadAsync(organisations, null, cancellationToken))
        {
            foreach (var item in page.Items)
            {
                if (item.Record is { } client)
                {
                    clients[item.Key] = client;
                }
                else
                {
                    clients.Remove(item.Key);
                }
            }

            read?.Invoke(clients.Count);
        }

        return clients;
    }
}
