namespace Kompass.Accounting;

internal static class Batches
{
    public static async Task ForEachAsync<T>(
        IEnumerable<T> items,
        int size,
        string stage,
        IProgress<SyncProgress>? progress,
        Func<IReadOnlyList<T>, Task> action)
    {
        var all = items.ToList();
        var done = 0;
        foreach (var batch in all.Chunk(size))
        {
            await action(batch);
            done += batch.Length;
            progress?.Report(new(stage, done, all.Count));
        }
    }
}
