namespace Kompass.Accounting;

/// <summary>Plans and applies the sync of a configuration. Thread-safe; one run at a time for each organisation of the ledger.</summary>
public interface ISyncOrchestrator
{
    /// <summary>Observes both sides and says what a sync would do. Writes nothing into the ledger.</summary>
    /// <exception cref="ConfigurationException">The configuration does not exist, is not connected, or has no module.</exception>
    /// <exception cref="RemoteLedgerException">The ledger cannot be read.</exception>
    Task<SyncPlan> PlanAsync(ConfigurationId configuration, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Applies a plan, without deciding anything anew. A record that changed since is left for the next plan.</summary>
    Task<SyncResult> ApplyAsync(SyncPlan plan, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Applies the part of a plan that concerns chosen documents, the clients that they need, and chosen clients; the rest stays planned. A
    /// credit note waits for the invoice that it settles.
    /// </summary>
    Task<SyncResult> ApplyAsync(SyncPlan plan, PilotSelection pilot, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Plans and applies. Does nothing while the configuration is disabled, paused or disconnected.</summary>
    Task<SyncResult> RunAsync(ConfigurationId configuration, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Plans and applies for chosen documents, the clients that they need, and chosen clients; everything else stays planned.</summary>
    Task<SyncResult> RunAsync(
        ConfigurationId configuration,
        PilotSelection pilot,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken);
}
