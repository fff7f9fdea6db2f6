using System.Globalization;
using Kompass.Accounting;

namespace AdminHost.Sample;

/// <summary>The sample's records never change, so everything lies before the first cursor and nothing behind it.</summary>
internal static class SamplePages
{
    public static async IAsyncEnumerable<SourcePage<TKey, TRecord>> Of<TKey, TRecord>(IEnumerable<TRecord> records, Func<TRecord, TKey> key, SourceCursor? after)
        where TKey : struct
        where TRecord : class
    {
        await Task.CompletedTask;
        var items = after is null ? records.Select(record => new SourceItem<TKey, TRecord>(key(record), "1", record)).ToList() : [];
        yield return new(items, new(after?.Value ?? items.Count.ToString(CultureInfo.InvariantCulture)));
    }
}
