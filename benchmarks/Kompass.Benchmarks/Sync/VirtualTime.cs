namespace Kompass.Benchmarks;

/// <summary>
/// A clock that stands still while work is done, and goes to the next timer when all work waits. Everything runs on the thread that
/// made it, so that seconds are exact however slow or busy the machine is.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly PriorityQueue<VirtualTimer, (long Due, long Sequence)> _timers = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private DateTimeOffset _now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private long _sequence;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Does work to its end.</summary>
    public T Run<T>(Func<Task<T>> work)
    {
        var task = work();
        while (!task.IsCompleted)
        {
            GoOn(long.MaxValue);
        }

        return task.GetAwaiter().GetResult();
    }

    public void Advance(TimeSpan time)
    {
        var end = (_now + time).UtcTicks;
        while (_timers.TryPeek(out _, out var key) && key.Due <= end)
        {
            GoOn(end);
        }

        _now = new(end, TimeSpan.Zero);
    }

    /// <summary>Work that left the thread would make the seconds wrong.</summary>
    public void RequireThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("The sync went on with another thread, where virtual time is not exact.");
        }
    }

    private void GoOn(long end)
    {
        RequireThread();
        if (!_timers.TryDequeue(out var timer, out var key))
        {
            throw new InvalidOperationException("The sync waits for something that is not in time.");
        }

        if (timer.Sequence == key.Sequence && key.Due <= end)
        {
            _now = new(Math.Max(_now.UtcTicks, key.Due), TimeSpan.Zero);
            timer.Fire();
        }
    }

    private sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        /// <summary>Changes with each setting; 0 while the timer is not set.</summary>
        public long Sequence { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            Sequence = 0;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Sequence = ++time._sequence;
                time._timers.Enqueue(this, ((time._now + dueTime).UtcTicks, Sequence));
            }

            return true;
        }

        public void Fire()
        {
            Change(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan, _period);
            callback(state);
        }

        public void Dispose() => Sequence = 0;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
