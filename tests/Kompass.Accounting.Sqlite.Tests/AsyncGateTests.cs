namespace Kompass.Accounting.Sqlite.Tests;

public sealed class AsyncGateTests
{
    private readonly AsyncGate _gate = new();

    [Fact]
    public async Task Enter_lets_callers_in_one_at_a_time_in_their_order()
    {
        var first = await _gate.EnterAsync(TimeProvider.System, CancellationToken.None);
        var second = _gate.EnterAsync(TimeProvider.System, CancellationToken.None).AsTask();
        var third = _gate.EnterAsync(TimeProvider.System, CancellationToken.None).AsTask();
        Assert.False(second.IsCompleted);

        first!.Dispose();
        first.Dispose();
        var turn = await second;
        Assert.False(third.IsCompleted);

        turn!.Dispose();
        (await third)!.Dispose();
        Assert.True(_gate.EnterAsync(TimeProvider.System, CancellationToken.None).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Enter_that_is_cancelled_gives_its_turn_to_the_next()
    {
        using var cancellation = new CancellationTokenSource();
        var first = await _gate.EnterAsync(TimeProvider.System, CancellationToken.None);
        var second = _gate.EnterAsync(TimeProvider.System, cancellation.Token).AsTask();
        var third = _gate.EnterAsync(TimeProvider.System, CancellationToken.None).AsTask();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first!.Dispose();

        Assert.NotNull(await third);
    }

    [Fact]
    public async Task Enter_by_a_waiter_that_never_pauses_lets_the_one_before_go_on()
    {
        // Without a context, a waiter could go on inside the release of the one before.
        SynchronizationContext.SetSynchronizationContext(null);
        var isOver = false;
        var first = await _gate.EnterAsync(TimeProvider.System, CancellationToken.None);
        var busy = WriteUntilOverAsync();

        first!.Dispose();
        Volatile.Write(ref isOver, true);

        await busy;

        async Task WriteUntilOverAsync()
        {
            while (!Volatile.Read(ref isOver))
            {
                using var turn = await _gate.EnterAsync(TimeProvider.System, CancellationToken.None);
            }
        }
    }

    [Fact]
    public async Task Enter_by_ten_thousand_waiters_does_not_exhaust_the_stack()
    {
        // Without a context, each waiter goes on inside the release of the one before.
        SynchronizationContext.SetSynchronizationContext(null);
        var inside = 0;
        var first = await _gate.EnterAsync(TimeProvider.System, CancellationToken.None);
        var waiters = Enumerable.Range(0, 10_000).Select(async _ =>
        {
            using var turn = await _gate.EnterAsync(TimeProvider.System, CancellationToken.None);
            Assert.Equal(1, Interlocked.Increment(ref inside));
            Interlocked.Decrement(ref inside);
        }).ToList();

        first!.Dispose();

        await Task.WhenAll(waiters);
    }
}
