namespace Kompass.Accounting;

/// <summary>Wakes one waiter at an instant, or as soon as it is rung. The waiter goes on at the timer's thread, never at the ringer's.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private TaskCompletionSource? _waiter;
    private bool _isRung;

    public Alarm(TimeProvider clock)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Wakes the waiter, or the next one when nobody waits.</summary>
    public void Ring()
    {
        lock (_lock)
        {
            _isRung = true;
            if (_waiter is null)
            {
                return;
            }
        }

        _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits until an instant, or until the alarm is rung or the token cancelled, without an exception then.</summary>
    public async Task WaitAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var stop = cancellationToken.Register(Ring);
        Task waiting;
        lock (_lock)
        {
            if (_isRung)
            {
                _isRung = false;
                return;
            }

            _waiter = new();
            waiting = _waiter.Task;
        }

        var pause = until - _clock.GetUtcNow();
        _timer.Change(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await waiting;
    }

    public void Dispose() => _timer.Dispose();

    private void Wake()
    {
        TaskCompletionSource? waiter;
        lock (_lock)
        {
            (waiter, _waiter) = (_waiter, null);
            _isRung &= waiter is null;
        }

        waiter?.SetResult();
    }
}
