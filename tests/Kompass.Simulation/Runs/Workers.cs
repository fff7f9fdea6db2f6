using System.Collections.Concurrent;

namespace Kompass.Simulation;

/// <summary>Runs simulations at as many threads as there are processors. Each stays at its thread from beginning to end.</summary>
internal static class Workers
{
    public static IEnumerable<TResult> Run<TWork, TResult>(IEnumerable<TWork> works, Func<TWork, TResult> run)
    {
        using var results = new BlockingCollection<TResult>();
        var queue = new ConcurrentQueue<TWork>(works);
        var running = Environment.ProcessorCount;
        Exception? fault = null;
        for (var number = running; number > 0; number--)
        {
            new Thread(Work) { IsBackground = true }.Start();
        }

        foreach (var result in results.GetConsumingEnumerable())
        {
            yield return result;
        }

        if (fault is not null)
        {
            throw new InvalidOperationException("A simulation could not be run.", fault);
        }

        void Work()
        {
            try
            {
                while (Volatile.Read(ref fault) is null && queue.TryDequeue(out var work))
                {
                    results.Add(run(work));
                }
            }
            catch (Exception exception)
            {
                Volatile.Write(ref fault, exception);
            }

            if (Interlocked.Decrement(ref running) == 0)
            {
                results.CompleteAdding();
            }
        }
    }
}
