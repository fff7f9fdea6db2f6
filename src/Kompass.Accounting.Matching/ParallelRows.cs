namespace Kompass.Accounting.Matching;

/// <summary>Does the same for every row on all processors. What is done for a row depends on that row alone, so the outcome has one order.</summary>
internal static class ParallelRows
{
    private const int Chunks = 100;
    private const int WorthThreads = 64;

    /// <summary>Runs <paramref name="each"/> for 0 to <paramref name="count"/> - 1; every thread with a tool of its own.</summary>
    /// <param name="count">Number of rows.</param>
    /// <param name="makeTool">Makes what a thread needs.</param>
    /// <param name="each">What is done for a row.</param>
    /// <param name="progress">Told the number of rows done, one thread at a time.</param>
    /// <param name="cancellationToken">Looked at between chunks of rows.</param>
    internal static void For<TTool>(int count, Func<TTool> makeTool, Action<int, TTool> each, Action<int>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var size = Math.Max(1, count / Chunks);
        if (count <= WorthThreads || Environment.ProcessorCount == 1)
        {
            InOrder(count, size, makeTool(), each, progress, cancellationToken);
            return;
        }

        var (next, done, reporting) = (0, 0, new Lock());
        Exception? failure = null;
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }

        void Work()
        {
            try
            {
                var tool = makeTool();
                for (var start = Interlocked.Add(ref next, size) - size; start < count; start = Interlocked.Add(ref next, size) - size)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var end = Math.Min(start + size, count);
                    for (var i = start; i < end; i++)
                    {
                        each(i, tool);
                    }

                    lock (reporting)
                    {
                        done += end - start;
                        progress?.Invoke(done);
                    }
                }
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, exception, null);
                Interlocked.Exchange(ref next, count);
            }
        }
    }

    private static void InOrder<TTool>(int count, int size, TTool tool, Action<int, TTool> each, Action<int>? progress, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % size == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Invoke(i);
            }

            each(i, tool);
        }
    }
}
