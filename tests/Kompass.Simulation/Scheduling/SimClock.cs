namespace Kompass.Simulation;

/// <summary>The scheduler's time as one node sees it; without a node as the world does.</summary>
internal sealed class SimClock(Scheduler scheduler, SimNode? node) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => scheduler.Now;

    public override long GetTimestamp() => scheduler.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimTimer(scheduler, node, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
