namespace Kompass.Accounting.Sqlite;

/// <summary>Lets one caller in at a time, in the order of their coming.</summary>
/// <remarks>
/// A waiter goes on where its clock runs timers that are due, never inside the release of the one before: SQLite answers at
/// once, so that a busy waiter would keep that caller from ever going on.
/// </remarks>
internal sealed class AsyncGate
{
    private readonly Lock _lock = new();
    private readonly Queue<Waiter> _waiting = new();
    private bool _isTaken;

    public async ValueTask<IDisposable?> EnterAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return new Turn(this);
            }

            waiter = new(this, clock);
            _waiting.Enqueue(waiter);
        }

        await using var registration = cancellationToken.Register(() => waiter.Source.TrySetCanceled(cancellationToken));
        await waiter.Source.Task;
        return new Turn(this);
    }

    private void Leave()
    {
        Waiter? next;
        lock (_lock)
        {
            if (!_waiting.TryDequeue(out next))
            {
                _isTaken = false;
                return;
            }
        }

        next.Wake();
    }

    private sealed class Waiter(AsyncGate gate, TimeProvider clock)
    {
        public TaskCompletionSource Source { get; } = new();

        public void Wake() => clock.CreateTimer(static state => ((Waiter)state!).GoOn(), this, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        private void GoOn()
        {
            if (!Source.TrySetResult())
            {
                gate.Leave();
            }
        }
    }

    private sealed class Turn(AsyncGate gate) : IDisposable
    {
        private AsyncGate? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Leave();
    }
}
