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

    /// <summary>How often every record was read, since <see cref="ClearReads"/>.</summary>
    public int WholeReads { get; private set; }

    /// <summary>The keys that were handed out since then, however they were asked for.</summary>
    public List<TKey> Read { get; } = [];

    /// <summary>Changes after a place are refused, as by a source that kept none that old.</summary>
    public bool ForgetsChanges { get; set; }

    /// <summary>Thrown by every read, until it is taken away again.</summary>
    public Exception? Failure { get; set; }

    public TRecord this[TKey key] => _records[key].Record!;

    /// <summary>Adds records, or replaces those with the same key.</summary>
    public void Save(params IEnumerable<TRecord> records)
    {
        foreach (var record in records)
        {
            _records[KeyOf(record)] = (++_sequence, OrganisationOf(record), record);
        }
    }

    /// <summary>Saves a record among changes that were read already, as a transaction that commits late does.</summary>
    public void SaveLate(TRecord record, int before = 1) => _records[KeyOf(record)] = (_sequence - before + 1, OrganisationOf(record), record);

    public void ClearReads()
    {
        WholeReads = 0;
        Read.Clear();
    }

    public void Delete(TKey key) => _records[key] = (++_sequence, _records[key].Organisation, null);

    public async IAsyncEnumerable<SourcePage<TKey, TRecord>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ThrowIfFailing();
        if (after is not null && ForgetsChanges)
        {
            throw new InvalidOperationException("There are no changes that old.");
        }

        WholeReads += after is null ? 1 : 0;
        var from = after is { } cursor ? int.Parse(cursor.Value, CultureInfo.InvariantCulture) : 0;
        var items = _records
            .Where(entry => entry.Value.Sequence > from && organisations.Contains(entry.Value.Organisation))
            .Where(entry => after is not null || entry.Value.Record is not null)
            .OrderBy(entry => entry.Value.Sequence)
            .Select(entry => new SourceItem<TKey, TRecord>(entry.Key, Text(entry.Value.Sequence), entry.Value.Record))
            .ToList();
        Read.AddRange(items.Select(item => item.Key));
        yield return new(items, new(Text(_sequence)));
        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<SourceItem<TKey, TRecord>>> FindAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        IReadOnlyCollection<TKey> keys,
        CancellationToken cancellationToken)
    {
        ThrowIfFailing();
        Read.AddRange(keys);
        return Task.FromResult<IReadOnlyList<SourceItem<TKey, TRecord>>>(
        [
            .. keys.Where(key => _records.TryGetValue(key, out var entry) && entry.Record is not null && organisations.Contains(entry.Organisation))
                .Select(key => new SourceItem<TKey, TRecord>(key, Text(_records[key].Sequence), _records[key].Record)),
        ]);
    }

    protected abstract TKey KeyOf(TRecord record);

    protected abstract KompassOrganisationId OrganisationOf(TRecord record);

    private void ThrowIfFailing()
    {
        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    private static string Text(int sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
