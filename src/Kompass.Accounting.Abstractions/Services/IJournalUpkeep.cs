namespace Kompass.Accounting;

/// <summary>
/// Keeps the journal small: moves what was settled longer ago than <c>SyncOptions.JournalRetention</c> to its archive, where evidence is
/// found as before. The background worker calls it once a day; a host without the worker does. Thread-safe; any number of nodes may call
/// it at once.
/// </summary>
public interface IJournalUpkeep
{
    /// <summary>Archives what is due. An organisation that is just being synced is left to the next time.</summary>
    /// <returns>How many operations and runs were moved.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
