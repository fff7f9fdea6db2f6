namespace Kompass.Accounting;

/// <summary>How a run ended.</summary>
public enum SyncOutcome
{
    /// <summary>Everything planned was tried; what could not be sent is held.</summary>
    Completed,

    /// <summary>Nothing was sent because the configuration is paused, disabled or disconnected, or another node is at work.</summary>
    NotRun,

    /// <summary>A limit of the ledger is used up; the rest waits until it is reset.</summary>
    Parked,

    /// <summary>An administrator has to authorise again.</summary>
    ReconnectRequired,

    /// <summary>The ledger could not be reached, or something failed; the rest is planned again.</summary>
    Failed,

    /// <summary>The process was asked to stop; what was begun is finished, and the next run goes on from there.</summary>
    Interrupted,
}
