namespace Kompass.Accounting;

/// <summary>How the background worker runs.</summary>
public sealed class WorkerOptions
{
    /// <summary>The time between two runs of a configuration, whichever node runs it. Default: 15 minutes; at least 1 second.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long after <see cref="ISyncTrigger"/> was called a configuration runs, so that changes that come together are sent together.
    /// Default: 5 seconds; zero or more.
    /// </summary>
    public TimeSpan ChangeDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long changes that the ledger told of, such as by webhooks, are gathered before a run looks at them; they are seen up to 5 seconds
    /// after they were stored. Default: 10 seconds; zero or more, 1 hour at most.
    /// </summary>
    public TimeSpan RemoteChangeDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many configurations run at the same time at this node. Default: 16; at least 1.</summary>
    public int MaximumConcurrency { get; set; } = 16;
}
