namespace Kompass.Accounting;

/// <summary>Tells when the worker runs a configuration. Registered where a worker is.</summary>
public interface IRunTimes
{
    /// <summary>The time between two runs where the configuration sets none.</summary>
    TimeSpan Interval { get; }

    /// <summary>The time between two runs of a configuration.</summary>
    TimeSpan IntervalOf(SyncConfiguration configuration);

    /// <summary>
    /// When the next run is due; null where none is, since the configuration is not enabled or not connected. Sooner when the host says that
    /// something changed, and later when the ledger's limits or another configuration keep it waiting.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="last">Its last run; null when there was none.</param>
    DateTimeOffset? NextOf(SyncConfiguration configuration, SyncRun? last);
}
