using System.Globalization;
using System.Runtime.CompilerServices;
using Kompass.Accounting;

namespace Quickstart;

/// <summary>Records of the sample's Kompass that can be changed; the cursor is the number of changes so far.</summary>
internal abstract class KompassTable<TKey, TRecord>
    where TKey : struct
    where TRecord : class
{
    private readonly List<TKey> _order = [];
    private readonly Dictionary<TKey, (long Version, TRecord Record)> _rows = [];
    private long _changes;

    public IEnumerable<TRecord> All => _order.Select(key => _rows[key].Record);

    public TRecord this[TKey key] => _rows[key].Record;

    public void Save(TKey key, TRecord record)
    {
        if (!_rows.ContainsKey(key))
        {
            _order.Add(key);
        }

        _rows[key] = (++_changes, record);
    }

    public async IAsyncEnumerable<SourcePage<TKey, TRecord>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = after is { } cursor ? long.Parse(cursor.Value, CultureInfo.InvariantCulture) : 0;
        var items = _order
            .Select(key => (Key: key, Row: _rows[key]))
            .Where(entry => entry.Row.Version > seen && organisations.Contains(OrganisationOf(entry.Row.Record)))
            .Select(entry => new SourceItem<TKey, TRecord>(entry.Key, entry.Row.Version.ToString(CultureInfo.InvariantCulture), entry.Row.Record))
            .ToList();
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        yield return new(items, new(_changes.ToString(CultureInfo.InvariantCulture)));
    }

    protected abstract KompassOrganisationId OrganisationOf(TRecord record);
}
