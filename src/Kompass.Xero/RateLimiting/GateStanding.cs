namespace Kompass.Xero;

/// <summary>What is left of an organisation's limits, as far as this process knows.</summary>
/// <param name="MinuteLeft">Calls left of the minute.</param>
/// <param name="DayLeft">Calls left of the day; null before Xero said so.</param>
/// <param name="SyncParkedUntil">Until when the sync's calls are refused; null when they are not.</param>
internal readonly record struct GateStanding(int MinuteLeft, int? DayLeft, DateTimeOffset? SyncParkedUntil);
