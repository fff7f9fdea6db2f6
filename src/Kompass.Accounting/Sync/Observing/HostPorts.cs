using System.Runtime.CompilerServices;

namespace Kompass.Accounting;

/// <summary>Asks the host's ports: whatever they throw comes back with the name of the port, so that a person knows where to look.</summary>
internal static class HostPorts
{
    /// <summary>Streams the pages of a source.</summary>
    /// <exception cref="KompassSourceException">The source threw.</exception>
    public static async IAsyncEnumerable<SourcePage<TKey, TRecord>> AskPagesAsync<TKey, TRecord>(
        this IRecordSource<TKey, TRecord> source,
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TKey : struct
        where TRecord : class
    {
        await using var pages = await AskAsync(
            PortOf<TKey>(),
            source,
            () => Task.FromResult(source.ReadAsync(organisations, after, cancellationToken).GetAsyncEnumerator(cancellationToken)),
            cancellationToken);
        while (await AskAsync(PortOf<TKey>(), source, () => pages.MoveNextAsync().AsTask(), cancellationToken))
        {
            yield return pages.Current;
        }
    }

    /// <summary>Looks records of a source up.</summary>
    /// <exception cref="KompassSourceException">The source threw.</exception>
    public static Task<IReadOnlyList<SourceItem<TKey, TRecord>>> AskKeysAsync<TKey, TRecord>(
        this IRecordSource<TKey, TRecord> source,
        IReadOnlyCollection<KompassOrganisationId> organisations,
        IReadOnlyCollection<TKey> keys,
        CancellationToken cancellationToken)
        where TKey : struct
        where TRecord : class =>
        AskAsync(PortOf<TKey>(), source, () => source.FindAsync(organisations, keys, cancellationToken), cancellationToken);

    /// <summary>Reads Kompass's codes.</summary>
    /// <exception cref="KompassSourceException">The catalogue threw.</exception>
    public static Task<KompassCatalogue> AskAsync(this IKompassCatalogue catalogue, CancellationToken cancellationToken) =>
        AskAsync(nameof(IKompassCatalogue), catalogue, () => catalogue.GetAsync(cancellationToken), cancellationToken);

    // A source that gives up waiting says that it was cancelled, though nobody cancelled the run.
    private static async Task<T> AskAsync<T>(string port, object implementation, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new KompassSourceException(port, implementation.GetType().Name, failure);
        }
    }

    private static string PortOf<TKey>() => typeof(TKey) == typeof(ClientId) ? nameof(IClientSource) : nameof(IInvoiceSource);
}
