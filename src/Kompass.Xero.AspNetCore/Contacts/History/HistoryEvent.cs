namespace Kompass.Xero.AspNetCore;

/// <summary>One thing that was decided about a client, or done for it in Xero.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who decided it; the sync for what was sent.</param>
/// <param name="What">What, in words.</param>
/// <param name="Detail">Why it was decided, or what became of it.</param>
/// <param name="Before">How it was; null when that is not told.</param>
/// <param name="After">How it is since; null when that is not told.</param>
/// <param name="IsTrouble">True for what failed, or whose outcome is not known.</param>
internal sealed record HistoryEvent(DateTimeOffset At, string Who, string What, string? Detail, string? Before, string? After, bool IsTrouble = false);
