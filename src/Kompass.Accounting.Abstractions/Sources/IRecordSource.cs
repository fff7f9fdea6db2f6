using System.Runtime.CompilerServices;

namespace Kompass.Accounting;

/// <summary>
/// What every source of Kompass records offers. Only <see cref="ReadAsync"/> has to be written;
/// the other members have defaults on top of it, to be replaced where the host can do better.
/// A read that fails throws; it never answers with an empty stream. Implementations are thread-safe.
/// </summary>
public interface IRecordSource<TKey, TRecord>
    where TKey : struct
    where TRecord : class
{
    /// <summary>Streams the records of some organisations, all of them or those changed after a cursor.</summary>
    /// <param name="organisations">The Kompass organisations to read; never empty.</param>
    /// <param name="after">Null for every record; a cursor of this source for what changed since, deletions as tombstones.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    IAsyncEnumerable<SourcePage<TKey, TRecord>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        CancellationToken cancellationToken);

    /// <summary>Reads records by key; keys that do not exist are absent from the answer.</summary>
    async Task<IReadOnlyList<SourceItem<TKey, TRecord>>> FindAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        IReadOnlyCollection<TKey> keys,
        CancellationToken cancellationToken)
    {
        var wanted = keys.ToHashSet();
        var found = new List<SourceItem<TKey, TRecord>>(wanted.Count);
        await foreach (var page in ReadAsync(organisations, null, cancellationToken))
        {
            found.AddRange(page.Items.Where(item => wanted.Contains(item.Key)));
        }

        return found;
    }

    /// <summary>Streams the keys of every record that exists: the sweep that finds what a cursor missed.</summary>
    async IAsyncEnumerable<TKey> ReadKeysAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in ReadAsync(organisations, null, cancellationToken))
        {
            foreach (var item in page.Items.Where(item => !item.IsTombstone))
            {
                yield return item.Key;
            }
        }
    }

    /// <summary>Looks records up by text, as a person types it into a search box.</summary>
    /// <param name="organisations">The Kompass organisations to search; never empty.</param>
    /// <param name="text">A part of the key, name or number; matched case-insensitively.</param>
    /// <param name="maximum">The most records to answer with, at least 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task<IReadOnlyList<TRecord>> SearchAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        string text,
        int maximum,
        CancellationToken cancellationToken);
}
