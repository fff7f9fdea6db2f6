namespace Kompass.Xero.Emulator;

/// <summary>
/// Waits that go on where the time passes or the wait is cancelled. <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/> and
/// <c>WaitAsync</c> go on at the thread pool when they are cancelled, and a simulation has to stay on one thread.
/// </summary>
internal static class Waiting
{
    public static async Task DelayAsync(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        await using var timer = clock.CreateTimer(_ => over.TrySetResult(), null, delay, Timeout.InfiniteTimeSpan);
        await over.Task.OrCancelledAsync(over, cancellationToken);
    }

    /// <summary>Waits for a work that goes on whether or not its caller still waits.</summary>
    public static async Task<T> AbandonableAsync<T>(Task<T> work, CancellationToken cancellationToken)
    {
        var over = new TaskCompletionSource();
        _ = FollowAsync();
        await over.Task.OrCancelledAsync(over, cancellationToken);
        return await work;

        async Task FollowAsync()
        {
            try
            {
                await work;
            }
            finally
            {
                over.TrySetResult();
            }
        }
    }

    private static async Task OrCancelledAsync(this Task task, TaskCompletionSource source, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        await task;
    }
}
