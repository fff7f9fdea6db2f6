namespace Kompass.Xero;

/// <summary>Which of Xero's limits a call ran into.</summary>
internal enum RateLimitKind
{
    Minute,
    Day,
    Concurrent,
    AppMinute,
}
