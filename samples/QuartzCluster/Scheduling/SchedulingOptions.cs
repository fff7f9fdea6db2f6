namespace QuartzCluster;

/// <summary>How often Quartz does what. The defaults are the worker's.</summary>
internal sealed class SchedulingOptions
{
    /// <summary>The time between two runs of a configuration. Default: 15 minutes.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How soon a configuration that was enabled or disabled is seen. Default: 30 seconds.</summary>
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a node says that it lives; after two to three times that without a word, another takes over. Default: 7.5 seconds.</summary>
    public TimeSpan CheckInInterval { get; set; } = TimeSpan.FromSeconds(7.5);

    /// <summary>How many configurations run at the same time at a node. Default: 16.</summary>
    public int MaximumConcurrency { get; set; } = 16;
}
