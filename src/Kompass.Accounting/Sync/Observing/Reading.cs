namespace Kompass.Accounting;

/// <summary>What was read of one source: the records that something may have to be done about, as they stand last.</summary>
internal sealed class Reading<TKey, TRecord>
    where TKey : struct
    where TRecord : class
{
    private readonly List<SourceItem<TKey, TRecord>> _items = [];
    private readonly Dictionary<TKey, int> _places = [];

    public IReadOnlyList<SourceItem<TKey, TRecord>> Items => _items;

    /// <summary>Behind what was read; null when the source was not read.</summary>
    public SourceCursor? Cursor { get; private set; }

    /// <summary>How many records were found as they were sent, and let go.</summary>
    public int Unchanged { get; private set; }

    public bool Has(TKey key) => _places.ContainsKey(key);

    /// <summary>Reads a source and lets go at once of what is as it was sent, so that memory depends on what there is to do.</summary>
    /// <param name="source">The host's source.</param>
    /// <param name="organisations">The organisations.</param>
    /// <param name="after">Where to begin; null for all.</param>
    /// <param name="judge">Tells of each record that was not met before what it is to the plan.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task ReadAsync(
        IRecordSource<TKey, TRecord> source,
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        Func<SourceItem<TKey, TRecord>, Relevance> judge,
        CancellationToken cancellationToken)
    {
        Cursor = after;
        await foreach (var page in source.ReadAsync(organisations, after, cancellationToken))
        {
            foreach (var item in page.Items)
            {
                Take(item, judge(item));
            }

            Cursor = page.Next;
        }
    }

    /// <summary>Looks records up that the reading did not bring.</summary>
    /// <returns>The keys that do not exist.</returns>
    public async Task<IReadOnlyList<TKey>> LookUpAsync(
        IRecordSource<TKey, TRecord> source,
        IReadOnlyCollection<KompassOrganisationId> organisations,
        IEnumerable<TKey> keys,
        CancellationToken cancellationToken)
    {
        const int AtOnce = 500;
        var wanted = keys.Where(key => !Has(key)).Distinct().ToList();
        foreach (var some in wanted.Chunk(AtOnce))
        {
            foreach (var item in await source.FindAsync(organisations, some, cancellationToken))
            {
                Take(item, Relevance.Matters);
            }
        }

        return wanted.FindAll(key => !Has(key));
    }

    public void Add(SourceItem<TKey, TRecord> item) => Take(item, Relevance.Matters);

    // A record that appears twice counts as it stood last.
    private void Take(SourceItem<TKey, TRecord> item, Relevance relevance)
    {
        if (_places.TryGetValue(item.Key, out var place))
        {
            _items[place] = item;
        }
        else if (relevance == Relevance.Matters)
        {
            _places[item.Key] = _items.Count;
            _items.Add(item);
        }
        else if (relevance == Relevance.Unchanged)
        {
            Unchanged++;
        }
    }
}
