namespace Kompass.Accounting;

/// <summary>Keeps finished comparisons. Thread-safe.</summary>
public interface IReconciliationStore
{
    /// <summary>Stores a finished comparison.</summary>
    Task SaveAsync(ReconciliationReport report, CancellationToken cancellationToken);

    /// <summary>Reads a comparison; null when it does not exist.</summary>
    Task<ReconciliationReport?> GetAsync(ReconciliationId id, CancellationToken cancellationToken);

    /// <summary>Reads the newest comparison of a configuration with an organisation; null when there is none.</summary>
    Task<ReconciliationReport?> GetLatestAsync(
        ConfigurationId configuration,
        RemoteOrganisationId organisation,
        CancellationToken cancellationToken);

    /// <summary>Lists the comparisons of a configuration with an organisation without their rows, newest first.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="organisation">The organisation in the ledger.</param>
    /// <param name="maximum">The most to answer with, at least 1.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<ReconciliationHeader>> ListAsync(
        ConfigurationId configuration,
        RemoteOrganisationId organisation,
        int maximum,
        CancellationToken cancellationToken);

    /// <summary>Removes the comparisons of a configuration with an organisation that are old; the newest few stay whatever their age.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="organisation">The organisation in the ledger.</param>
    /// <param name="before">Those finished before this instant go.</param>
    /// <param name="keep">How many stay at least.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>How many were removed.</returns>
    Task<int> RemoveAsync(
        ConfigurationId configuration,
        RemoteOrganisationId organisation,
        DateTimeOffset before,
        int keep,
        CancellationToken cancellationToken);
}
