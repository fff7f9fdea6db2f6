namespace Kompass.Accounting;

/// <summary>Plans and applies the sync of a configuration. Thread-safe; one run at a time for each organisation of the ledger.</summary>
public interface ISyncOrchestrator
{
    /// <summary>Observes both sides and says what a sync would do. Writes nothing into the ledger.</summary>
    /// <exception cref="ConfigurationException">The configuration does not exist, is not connected, or has no module.</exception>
    /// <exception cref="RemoteLedgerException">The ledger cannot be read.</exception>
    /// <exception cref="KompassSourceException">A port of the host threw; what it threw is the inner exception.</exception>
    Task<SyncPlan> PlanAsync(ConfigurationId configuration, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Applies a plan, without deciding anything anew. A record that changed since is left for the next plan.</summary>
    Task<SyncResult> ApplyAsync(SyncPlan plan, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Applies the part of a plan that concerns chosen documents, the clients that they need, and chosen clients; the rest stays planned. A
    /// credit note waits for the invoice that it settles.
    /// </summary>
    /// <exception cref="ConfigurationException">The pilot names records that Kompass does not have: nothing is sent.</exception>
    Task<SyncResult> ApplyAsync(SyncPlan plan, PilotSelection pilot, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Plans and applies. Does nothing while the configuration is disabled, paused or disconnected. A fault of the ledger or of the host's
    /// ports is not thrown but told by the result, as <see cref="SyncOutcome.Failed"/> or what fits better, so that a worker goes on. One
    /// of the host's ports (<see cref="IClientSource"/>, <see cref="IInvoiceSource"/>, <see cref="IKompassCatalogue"/>) is recorded as a
    /// failed run that names the port and its message: nothing was sent by that part of the run, and the next run tries again.
    /// </summary>
    /// <exception cref="ConfigurationException">The configuration has no module, or needs a port that the host did not register.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<SyncResult> RunAsync(ConfigurationId configuration, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Plans and applies for chosen documents, the clients that they need, and chosen clients; everything else stays planned.</summary>
    /// <exception cref="ConfigurationException">The pilot names records that Kompass does not have: nothing is sent.</exception>
    Task<SyncResult> RunAsync(
        ConfigurationId configuration,
        PilotSelection pilot,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken);
}
