namespace Kompass.Xero;

/// <summary>When the health checks speak up. Validated when the host starts.</summary>
public sealed class XeroHealthOptions
{
    /// <summary>
    /// How long ago the last completed run of an enabled, unpaused configuration may have ended: longer than the time between two runs
    /// (the worker's interval) and than a first load takes. At least 1 minute; default 1 hour.
    /// </summary>
    public TimeSpan LongestLag { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long before Xero forgets an unused consent (after 60 days) the check says so. At least 1 hour, and less than what is left of the
    /// 60 days when the worker renews (<see cref="XeroOptions.KeepAliveAfter"/>); default 14 days.
    /// </summary>
    public TimeSpan TokenWarning { get; set; } = TimeSpan.FromDays(14);

    /// <summary>
    /// How long a check that looks at each configuration answers what it found before it looks again, so that a probe every few seconds costs
    /// a database with a thousand configurations little. 0 to 5 minutes; default 15 seconds.
    /// </summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromSeconds(15);
}
