using Microsoft.Extensions.Time.Testing;

namespace Kompass.EndToEnd.Tests;

/// <summary>Runs work on simulated time: whenever the work waits, the clock moves on.</summary>
internal static class Clockwork
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <summary>
    /// Runs work to its end on this very thread. Nothing in the engine, the adapter, the stores or the emulator leaves it, so work
    /// that is not finished waits for the clock.
    /// </summary>
    public static T Run<T>(FakeTimeProvider clock, Func<Task<T>> work)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var task = work();
            var end = clock.GetUtcNow() + Patience;
            while (!task.IsCompleted)
            {
                Assert.True(clock.GetUtcNow() < end, $"The work still waits after {Patience} of simulated time.");
                clock.Advance(Step);
            }

            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
