namespace Kompass.Accounting.Sqlite;

/// <summary>Lets one caller in at a time, in the order of their coming, without leaving the caller's thread.</summary>
internal sealed class AsyncGate
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private bool _isTaken;

    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return new Turn(this);
            }

            turn = new();
            _waiting.Enqueue(turn);
        }

        await using var registration = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
        return new Turn(this);
    }

    private void Leave()
    {
        while (true)
        {
            TaskCompletionSource? next;
            lock (_lock)
            {
                if (!_waiting.TryDequeue(out next))
                {
                    _isTaken = false;
                    return;
                }
            }

            if (next.TrySetResult())
            {
                return;
            }
        }
    }

    private sealed class Turn(AsyncGate gate) : IDisposable
    {
        private AsyncGate? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Leave();
    }
}
