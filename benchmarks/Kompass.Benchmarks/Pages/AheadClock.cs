namespace Kompass.Benchmarks;

/// <summary>The machine's clock, put forward.</summary>
internal sealed class AheadClock : TimeProvider
{
    private TimeSpan _ahead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Step(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;
}
