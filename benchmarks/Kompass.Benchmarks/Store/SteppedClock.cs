using Kompass.Kills;

namespace Kompass.Benchmarks;

/// <summary>A fast clock that is also put forward at once, as by the pause between two runs.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private readonly FastClock _clock = new(System.GetUtcNow());
    private TimeSpan _ahead;

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public void Step(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow() + _ahead;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _clock.CreateTimer(callback, state, dueTime, period);
}
