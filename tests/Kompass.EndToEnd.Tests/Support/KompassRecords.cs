using System.Globalization;
using System.Runtime.CompilerServices;
using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Records of Kompass that a test may change at any time.</summary>
internal abstract class KompassRecords<TKey, TRecord>
    where TKey : struct
    where TRecord : class
{
    private readonly Dictionary<TKey, (int Sequence, KompassOrganisationId Organisation, TRecord? Record)> _records = [];
    private int _sequence;

    public TRecord this[TKey key] => _records[key].Record!;

    /// <summary>Adds records, or replaces those with the same key.</summary>
    public void Save(params IEnumerable<TRecord> records)
    {
        foreach (var record in records)
        {
            _records[KeyOf(record)] = (++_sequence, OrganisationOf(record), record);
        }
    }

    public void Delete(TKey key) => _records[key] = (++_sequence, _records[key].Organisation, null);

    public async IAsyncEnumerable<SourcePage<TKey, TRecord>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = after is { } cursor ? int.Parse(cursor.Value, CultureInfo.InvariantCulture) : 0;
        var items = _records
            .Where(entry => entry.Value.Sequence > from && organisations.Contains(entry.Value.Organisation))
            .Where(entry => after is not null || entry.Value.Record is not null)
            .OrderBy(entry => entry.Value.Sequence)
            .Select(entry => new SourceItem<TKey, TRecord>(entry.Key, Text(entry.Value.Sequence), entry.Value.Record))
            .ToList();
        yield return new(items, new(Text(_sequence)));
        await Task.CompletedTask;
    }

    protected abstract TKey KeyOf(TRecord record);

    protected abstract KompassOrganisationId OrganisationOf(TRecord record);

    private static string Text(int sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
