using Microsoft.Extensions.Time.Testing;

namespace Kompass.Xero.Tests;

public static class Clock
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Leaves xunit's synchronisation context, which would put continuations off to other threads: without one they run inline,
    /// as in production and in the simulator, and an advance of the clock returns when its effects are there.
    /// </summary>
    public static void Detach() => SynchronizationContext.SetSynchronizationContext(null);

    /// <summary>Lets simulated time pass until the task ends; fails when it does not within the limit.</summary>
    public static async Task<T> RunAsync<T>(this FakeTimeProvider time, Task<T> task, TimeSpan? limit = null, TimeSpan? step = null)
    {
        time.Pass(task, limit, step);
        return await task;
    }

    public static async Task RunAsync(this FakeTimeProvider time, Task task, TimeSpan? limit = null)
    {
        time.Pass(task, limit, null);
        await task;
    }

    private static void Pass(this FakeTimeProvider time, Task task, TimeSpan? limit, TimeSpan? step)
    {
        var end = time.GetUtcNow() + (limit ?? TimeSpan.FromMinutes(10));
        while (!task.IsCompleted)
        {
            Assert.True(time.GetUtcNow() < end, "The task did not end in simulated time.");
            time.Advance(step ?? TimeSpan.FromMilliseconds(250));
        }
    }
}
