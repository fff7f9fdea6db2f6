namespace Kompass.Simulation;

/// <summary>A timer whose due time the scheduler waits for. It belongs to a node and dies with it; without one it is the world's.</summary>
internal sealed class SimTimer(Scheduler scheduler, SimNode? node, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period;

    public SimNode? Node { get; } = node;

    public long Due { get; private set; }

    /// <summary>Changes with each setting; 0 while the timer is not set.</summary>
    public long Sequence { get; private set; }

    public bool IsCurrent(long sequence) => sequence == Sequence;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        Sequence = 0;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Due = (scheduler.Now + dueTime).UtcTicks;
            Sequence = scheduler.NextSequence();
            scheduler.Enqueue(this);
        }

        return true;
    }

    public void Fire(long sequence)
    {
        if (!IsCurrent(sequence))
        {
            return;
        }

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
