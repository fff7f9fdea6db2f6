namespace Kompass.Xero;

/// <summary>
/// Lets calls to one Xero organisation through: never more than 60 sends in any 60 seconds, never more than five in flight,
/// none while Xero asked for a pause, none while the day is used up. Callers of one priority pass in the order of their arrival,
/// people before the sync. The sync takes its share at once and the rest of the minute one by one, while nobody is about. Thread-safe; built on plain task completion and the injected clock, so that simulated time can drive it.
/// </summary>
internal sealed class RateGate(TimeProvider time, RateGateSettings settings) : IDisposable
{
    public const int SendsPerMinute = 60;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    // Timers count whole milliseconds and may fire a fraction early.
    private static readonly TimeSpan TimerGrain = TimeSpan.FromMilliseconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _sends = new(SendsPerMinute);
    private readonly MinuteShare _share = new(settings.SyncPerMinute, settings.LendsRest, Window);
    private readonly LinkedList<RateGateWaiter> _people = new();
    private readonly LinkedList<RateGateWaiter> _sync = new();
    private readonly DayBudget _day = new(settings.DailyReserve, settings.DayProbe);
    private int _inFlight;
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;
    private (int Minute, DateTimeOffset At)? _reported;
    private ITimer? _timer;

    /// <summary>Waits for a place and takes it; dispose the pass when the answer has been read to its end.</summary>
    /// <exception cref="XeroApiException">The organisation is parked until a stated instant; nothing was sent.</exception>
    public Task<RateGatePass> EnterAsync(CallPriority priority, CancellationToken cancellationToken)
    {
        var waiter = new RateGateWaiter(this, priority);

        // Registered before it queues: a cancellation in between finds no node, and is seen under the lock.
        waiter.Registration = cancellationToken.UnsafeRegister(static (w, token) => ((RateGateWaiter)w!).Cancel(token), waiter);
        lock (_lock)
        {
            cancellationToken.ThrowIfCancellationRequested();
            waiter.Node = (priority == CallPriority.Sync ? _sync : _people).AddLast(waiter);
        }

        Pump();
        return waiter.Task;
    }

    /// <summary>Takes over what Xero says is left of the day, and sees from what is left of the minute whether somebody else calls.</summary>
    public void Report(XeroLimits left)
    {
        if (left.Minute is { } minute)
        {
            lock (_lock)
            {
                _reported = (minute, time.GetUtcNow());

                // Xero's minute began no earlier than ours: what it counts beyond our sends came from another process.
                if (SendsPerMinute - minute > _sends.Count)
                {
                    _share.SomebodyCalled(time.GetUtcNow());
                }
            }
        }

        if (left.Day is { } day)
        {
            lock (_lock)
            {
                // The call that brought this number is counted in it; the others in flight may not be.
                _day.Report(Math.Max(0, day - Math.Max(0, _inFlight - 1)));
            }
        }
    }

    /// <summary>What is left now, to be shown: changes nothing.</summary>
    public GateStanding Standing()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var left = SendsPerMinute - _sends.Count(sent => now - sent <= Window);
            if (_reported is { } reported && now - reported.At <= Window)
            {
                left = Math.Min(left, reported.Minute);
            }

            return new(Math.Max(0, left), _day.Left(now), _day.SyncParkedUntil(now));
        }
    }

    /// <summary>Holds every call back for a short while, as Xero asked.</summary>
    public void Hold(TimeSpan pause)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + pause;
            _heldUntil = until > _heldUntil ? until : _heldUntil;
        }

        Pump();
    }

    /// <summary>Refuses every call until the instant given, those that wait included: nobody sleeps on a day limit.</summary>
    public void Park(DateTimeOffset until)
    {
        lock (_lock)
        {
            _day.Park(until);
        }

        Pump();
    }

    public void Dispose() => _timer?.Dispose();

    internal void Leave()
    {
        lock (_lock)
        {
            _inFlight--;
        }

        Pump();
    }

    internal bool Withdraw(RateGateWaiter waiter)
    {
        lock (_lock)
        {
            if (waiter.Node is null)
            {
                return false;
            }

            Take(waiter.Node);
            return true;
        }
    }

    // Waiters are released outside the lock: their continuations run at once, on this very stack.
    private void Pump()
    {
        while (true)
        {
            RateGateWaiter? waiter;
            XeroApiException? refusal;
            lock (_lock)
            {
                (waiter, refusal) = Next(time.GetUtcNow());
            }

            if (waiter is null)
            {
                return;
            }

            waiter.Release(refusal);
        }
    }

    private (RateGateWaiter? Waiter, XeroApiException? Refusal) Next(DateTimeOffset now)
    {
        while (_sends.TryPeek(out var oldest) && now - oldest > Window)
        {
            _sends.Dequeue();
        }

        _share.Forget(now);

        var wait = Timeout.InfiniteTimeSpan;
        foreach (var first in (ReadOnlySpan<LinkedListNode<RateGateWaiter>?>)[_people.First, _sync.First])
        {
            if (first is null)
            {
                continue;
            }

            if (_day.RefusedUntil(first.Value.Priority, now) is { } until)
            {
                return (Take(first), XeroErrors.Parked(until));
            }

            if (_inFlight >= settings.Concurrent)
            {
                continue;
            }

            var due = Due(first.Value.Priority, now);
            if (due <= TimeSpan.Zero)
            {
                _sends.Enqueue(now);
                _share.Sent(first.Value.Priority, now);
                _inFlight++;
                _day.Count();
                return (Take(first), null);
            }

            wait = wait == Timeout.InfiniteTimeSpan || due < wait ? due : wait;
        }

        Arm(wait);
        return (null, null);
    }

    private TimeSpan Due(CallPriority priority, DateTimeOffset now)
    {
        var due = _heldUntil - now;
        if (_sends.Count >= SendsPerMinute)
        {
            due = Later(due, _sends.Peek() + Window + TimerGrain - now);
        }

        if (priority == CallPriority.Sync)
        {
            due = Later(due, _share.Due(now) - now);
        }

        return due;
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static RateGateWaiter Take(LinkedListNode<RateGateWaiter> node)
    {
        node.List!.Remove(node);
        node.Value.Node = null;
        return node.Value;
    }

    private void Arm(TimeSpan wait)
    {
        if (wait != Timeout.InfiniteTimeSpan)
        {
            _timer ??= time.CreateTimer(static gate => ((RateGate)gate!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        _timer?.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
