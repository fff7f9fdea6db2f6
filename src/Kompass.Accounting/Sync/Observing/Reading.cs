namespace Kompass.Accounting;

/// <summary>What was read of one source: the records that something may have to be done about, as they stand last.</summary>
/// <param name="mostFresh">How many records that were never sent are taken at most, and likewise those that follow others.</param>
internal sealed class Reading<TKey, TRecord>(int mostFresh = int.MaxValue)
    where TKey : struct
    where TRecord : class
{
    private readonly List<SourceItem<TKey, TRecord>> _items = [];
    private readonly Dictionary<TKey, int> _places = [];
    private readonly HashSet<TKey> _followers = [];
    private int _fresh;

    public IReadOnlyList<SourceItem<TKey, TRecord>> Items => _items;

    /// <summary>Behind what was read; null when the source was not read.</summary>
    public SourceCursor? Cursor { get; private set; }

    /// <summary>How many records were found as they were sent, and let go.</summary>
    public int Unchanged { get; private set; }

    /// <summary>True when records were left for a later plan, since there were too many for one.</summary>
    public bool LeftSome { get; private set; }

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
        await foreach (var page in source.AskPagesAsync(organisations, after, cancellationToken))
        {
            foreach (var item in page.Items)
            {
                Take(item, judge(item));
            }

            Cursor = page.Next;
        }

        if (LeftSome && _fresh >= mostFresh)
        {
            LeaveFollowers();
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
            foreach (var item in await source.AskKeysAsync(organisations, some, cancellationToken))
            {
                Take(item, Relevance.Matters);
            }
        }

        return wanted.FindAll(key => !Has(key));
    }

    public void Add(SourceItem<TKey, TRecord> item) => Take(item, Relevance.Matters);

    private bool IsTaken(TKey key, Relevance relevance)
    {
        switch (relevance)
        {
            case Relevance.Matters:
                return true;
            case Relevance.Fresh when _fresh < mostFresh:
                _fresh++;
                return true;
            case Relevance.FreshFollower when _followers.Count < mostFresh:
                _followers.Add(key);
                return true;
            case Relevance.Fresh or Relevance.FreshFollower:
                LeftSome = true;
                return false;
            default:
                return false;
        }
    }

    // What they follow may be among those that were left.
    private void LeaveFollowers()
    {
        _items.RemoveAll(item => _followers.Contains(item.Key));
        _places.Clear();
        for (var place = 0; place < _items.Count; place++)
        {
            _places[_items[place].Key] = place;
        }
    }

    // A record that appears twice counts as it stood last.
    private void Take(SourceItem<TKey, TRecord> item, Relevance relevance)
    {
        if (_places.TryGetValue(item.Key, out var place))
        {
            _items[place] = item;
        }
        else if (IsTaken(item.Key, relevance))
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
