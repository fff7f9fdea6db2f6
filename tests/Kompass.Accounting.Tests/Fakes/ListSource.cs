using System.Globalization;
using System.Runtime.CompilerServices;

namespace Kompass.Accounting.Tests;

/// <summary>A source over a list: each change has a growing sequence number, which is both the version and the cursor.</summary>
internal abstract class ListSource<TKey, TRecord>
    where TKey : struct
    where TRecord : class
{
    private readonly Dictionary<TKey, (long Sequence, KompassOrganisationId Organisation, TRecord? Record)> _records = [];
    private long _sequence;

    /// <summary>Records per page.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Thrown by the next reads, until it is taken away again.</summary>
    public Exception? Failure { get; set; }

    public int Reads { get; private set; }

    public IReadOnlyList<TRecord> Records => [.. _records.Values.OrderBy(entry => entry.Sequence).Select(entry => entry.Record).OfType<TRecord>()];

    public void Put(params IEnumerable<TRecord> records)
    {
        foreach (var record in records)
        {
            _records[KeyOf(record)] = (++_sequence, OrganisationOf(record), record);
        }
    }

    /// <summary>Deletes a record: a tombstone from now on.</summary>
    public void Remove(TKey key) => _records[key] = (++_sequence, _records[key].Organisation, null);

    public async IAsyncEnumerable<SourcePage<TKey, TRecord>> ReadAsync(
        IReadOnlyCollection<KompassOrganisationId> organisations,
        SourceCursor? after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Assert.NotEmpty(organisations);
        Reads++;
        if (Failure is { } failure)
        {
            throw failure;
        }

        var from = after is { } cursor ? long.Parse(cursor.Value, CultureInfo.InvariantCulture) : 0;
        var changes = _records
            .Where(entry => entry.Value.Sequence > from && organisations.Contains(entry.Value.Organisation))
            .Where(entry => after is not null || entry.Value.Record is not null)
            .OrderBy(entry => entry.Value.Sequence)
            .ToList();
        foreach (var chunk in changes.Chunk(PageSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new(
                [.. chunk.Select(entry => new SourceItem<TKey, TRecord>(entry.Key, Text(entry.Value.Sequence), entry.Value.Record))],
                new(Text(chunk[^1].Value.Sequence)));
        }

        if (changes.Count == 0)
        {
            yield return new([], new(Text(Math.Max(from, _sequence))));
        }

        await Task.CompletedTask;
    }

    protected abstract TKey KeyOf(TRecord record);

    protected abstract KompassOrganisationId OrganisationOf(TRecord record);

    private static string Text(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);
}
