namespace Kompass.Accounting;

internal static class SourceSearch
{
    public static bool Holds(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    public static async Task<IReadOnlyList<TRecord>> ScanAsync<TKey, TRecord>(
        IRecordSource<TKey, TRecord> source,
        IReadOnlyCollection<KompassOrganisationId> organisations,
        Func<TRecord, bool> wanted,
        int maximum,
        CancellationToken cancellationToken)
        where TKey : struct
        where TRecord : class
    {
        var found = new List<TRecord>();
        await foreach (var page in source.ReadAsync(organisations, null, cancellationToken))
        {
            found.AddRange(page.Items.Select(item => item.Record).OfType<TRecord>().Where(wanted).Take(maximum - found.Count));
            if (found.Count >= maximum)
            {
                break;
            }
        }

        return found;
    }
}
