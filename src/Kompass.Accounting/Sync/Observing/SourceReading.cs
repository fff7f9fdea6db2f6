namespace Kompass.Accounting;

internal static class SourceReading
{
    /// <summary>Reads a source whole. A record that appears twice counts as it stood last.</summary>
    /// <param name="source">The host's source.</param>
    /// <param name="organisations">The organisations.</param>
    /// <param name="read">Told after each page how many records were read so far; null for nobody.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<SourceItem<TKey, TRecord>>> ReadAllAsync<TKey, TRecord>(
        this IRecordSource<TKey, TRecord> source,
        IReadOnlyCollection<KompassOrganisationId> organisations,
        Action<int>? read,
        CancellationToken cancellationToken)
        where TKey : struct
        where TRecord : class
    {
        var items = new List<SourceItem<TKey, TRecord>>();
        var places = new Dictionary<TKey, int>();
        await foreach (var page in source.ReadAsync(organisations, null, cancellationToken))
        {
            foreach (var item in page.Items)
            {
                if (places.TryAdd(item.Key, items.Count))
                {
                    items.Add(item);
                }
                else
                {
                    items[places[item.Key]] = item;
                }
            }

            read?.Invoke(items.Count);
        }

        return items;
    }
}
