namespace Kompass.Xero;

/// <param name="SyncPerMinute">How many of the 60 sends a minute the sync may use.</param>
/// <param name="Concurrent">Calls in flight at once.</param>
/// <param name="DailyReserve">Calls of the day that the sync leaves to people.</param>
internal sealed record RateGateSettings(int SyncPerMinute, int Concurrent, int DailyReserve)
{
    /// <summary>Whether the sync may use the rest of the minute too, one send at a time, while nobody else calls.</summary>
    public bool LendsRest { get; init; } = true;

    /// <summary>How long after the day ran out one call may ask whether a new one began.</summary>
    public TimeSpan DayProbe { get; init; } = TimeSpan.FromHours(1);

    public static RateGateSettings From(XeroOptions options) =>
        new(options.SyncCallsPerMinute, options.ConcurrentCalls, options.DailyReserve) { LendsRest = options.LendIdleCalls };
}
