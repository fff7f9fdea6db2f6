using System.Globalization;

namespace Kompass.Kills;

/// <summary>
/// A clock that all processes of a fleet share and that goes faster than the wall's, so that minutes of Xero's limits pass in seconds.
/// Leases keep to the clock of the database, which is the wall's.
/// </summary>
internal sealed class FastClock(DateTimeOffset begun, int speed = FastClock.Fast) : TimeProvider
{
    public const int Fast = 20;

    /// <summary>As fast as the wall's clock.</summary>
    public const int Real = 1;

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public int Speed => speed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public static FastClock Parse(string text)
    {
        var numbers = text.Split('*').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToList();
        return new(new(numbers[0], TimeSpan.Zero), (int)numbers[1]);
    }

    public override string ToString() => FormattableString.Invariant($"{begun.UtcTicks}*{speed}");

    public override DateTimeOffset GetUtcNow() => Start + ((System.GetUtcNow() - begun) * speed);

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new FastTimer(System.CreateTimer(callback, state, OnTheWall(dueTime), OnTheWall(period)), this);

    // A timer that fires too early by a rounding would be asked again and again.
    private TimeSpan OnTheWall(TimeSpan time) =>
        time <= TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds / speed));

    private sealed class FastTimer(ITimer inner, FastClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => inner.Change(clock.OnTheWall(dueTime), clock.OnTheWall(period));

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
