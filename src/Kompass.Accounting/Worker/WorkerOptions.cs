namespace Kompass.Accounting;

/// <summary>How the background worker runs.</summary>
public sealed class WorkerOptions
{
    /// <summary>The time between two runs of a configuration. Default: 15 minutes.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(15);
}
