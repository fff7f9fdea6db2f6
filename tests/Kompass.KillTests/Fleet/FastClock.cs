using System.Globalization;

namespace Kompass.Kills;

/// <summary>
/// A clock that all processes of a fleet share and that goes faster than the wall's, so that minutes of Xero's limits pass in seconds.
/// Leases keep to the clock of the database, which is the wall's.
/// </summary>
internal sealed class FastClock(DateTimeOffset begun) : TimeProvider
{
    public const int Speed = 20;

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Begun => begun;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public static FastClock Parse(string text) => new(new(long.Parse(text, CultureInfo.InvariantCulture), TimeSpan.Zero));

    public override DateTimeOffset GetUtcNow() => Start + ((System.GetUtcNow() - begun) * Speed);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, Real(dueTime), Real(period)));

    // A timer that fires too early by a rounding would be asked again and again.
    private static TimeSpan Real(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / Speed));

    private sealed class FastTimer(ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(Real(dueTime), Real(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
