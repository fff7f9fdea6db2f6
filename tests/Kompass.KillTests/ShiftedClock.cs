using System.Diagnostics;

namespace Kompass.Kills;

/// <summary>
/// Real time from a fixed day on, with leaps: between two lives pass minutes without anybody waiting for them, so that leases lapse,
/// tokens expire and requests have arrived.
/// </summary>
internal sealed class ShiftedClock(TimeSpan shift) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly long _begun = Stopwatch.GetTimestamp();

    public TimeSpan Shift { get; set; } = shift;

    /// <summary>How far the clock stands from the first instant.</summary>
    public TimeSpan Passed => Shift + Stopwatch.GetElapsedTime(_begun);

    public override DateTimeOffset GetUtcNow() => Start + Passed;
}
