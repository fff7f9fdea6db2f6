namespace Kompass.Xero;

/// <summary>
/// Xero answers a repeated Idempotency-Key from memory for six minutes after the first call; later it acts a second time
/// (developer.xero.com, guides, idempotent requests).
/// </summary>
internal static class IdempotencyWindow
{
    public const int LongestKey = 128;

    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(6);

    /// <summary>Whether a resend that leaves now is certain to arrive while the key is still remembered.</summary>
    public static bool IsOpen(DateTimeOffset firstSent, DateTimeOffset now, TimeSpan longestFlight) =>
        now - firstSent + longestFlight < Remembered;
}
