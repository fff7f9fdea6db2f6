using Microsoft.Extensions.Time.Testing;

namespace Kompass.EndToEnd.Tests;

/// <summary>Runs work on simulated time: whenever the work waits, the clock moves on.</summary>
internal static class Clockwork
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Stride = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);

    /// <summary>
    /// Runs work to its end on this very thread. Nothing in the engine, the adapter, the stores or the emulator leaves it, so work
    /// that is not finished waits for the clock.
    /// </summary>
    public static T Run<T>(FakeTimeProvider clock, Func<Task<T>> work) => OnThisThread(() =>
    {
        var task = work();
        var end = clock.GetUtcNow() + Patience;
        while (!task.IsCompleted)
        {
            Assert.True(clock.GetUtcNow() < end, $"The work still waits after {Patience} of simulated time.");
            clock.Advance(Step);
        }

        return task.GetAwaiter().GetResult();
    });

    /// <summary>
    /// Runs several pieces of work at once. Where one waits for another it goes on with a thread of the pool, so the clock moves on only
    /// when nothing was finished for a moment: nobody's patience ends because a machine is busy.
    /// </summary>
    public static IReadOnlyList<T> RunAtOnce<T>(FakeTimeProvider clock, IEnumerable<Func<Task<T>>> work) => OnThisThread(() =>
    {
        var all = Task.WhenAll([.. work.Select(start => start())]);
        var end = clock.GetUtcNow() + TimeSpan.FromMinutes(10);
        while (!((IAsyncResult)all).AsyncWaitHandle.WaitOne(Moment))
        {
            Assert.True(clock.GetUtcNow() < end, "The work still waits after 10 minutes of simulated time.");
            clock.Advance(Step);
        }

        return all.GetAwaiter().GetResult();
    });

    /// <summary>Lets time pass in small steps, so that what is under way arrives when it is due and not at the end.</summary>
    public static void Advance(FakeTimeProvider clock, TimeSpan time) => OnThisThread(() =>
    {
        for (; time > Stride; time -= Stride)
        {
            clock.Advance(Stride);
        }

        clock.Advance(time);
        return true;
    });

    /// <summary>Lets time pass at one stroke.</summary>
    public static void Leap(FakeTimeProvider clock, TimeSpan time) => OnThisThread(() =>
    {
        clock.Advance(time);
        return true;
    });

    /// <summary>Without the test framework's context, which would carry on with the work on another thread.</summary>
    private static T OnThisThread<T>(Func<T> action)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
