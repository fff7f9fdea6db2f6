namespace Kompass.Accounting;

internal static class ClientReader
{
    /// <summary>Reads every client of some organisations that is not deleted.</summary>
    /// <param name="source">The host's source.</param>
    /// <param name="organisations">The organisations.</param>
    /// <param name="read">Told how many clients were read so far; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyDictionary<ClientId, Client>> ReadClientsAsync(
        this IClientSource source,
        IReadOnlyCollection<KompassOrganisationId> organisations,
        Action<int>? read,
        CancellationToken cancellationToken) =>
        (await source.ReadAllAsync(organisations, read, cancellationToken))
            .Where(item => item.Record is not null)
            .ToDictionary(item => item.Key, item => item.Record!);
}
