namespace Kompass.Accounting;

/// <summary>
/// Looks after the connections of all configurations, disabled and paused ones included: keeps consents from lapsing, notes those that
/// ended and tells people once, removes what unfinished authorisations left. The background worker calls it at each interval; a host
/// without the worker calls it once a day. Thread-safe; any number of nodes may call it at once.
/// </summary>
public interface IConnectionUpkeep
{
    /// <summary>Does what is due now. What the ledger refuses is noted on its configuration, not thrown.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
