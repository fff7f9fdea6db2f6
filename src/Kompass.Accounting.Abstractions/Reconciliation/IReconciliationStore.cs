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
}
