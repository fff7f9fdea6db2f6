namespace Kompass.Accounting;

/// <summary>
/// Runs the sync in the shadow of the people who enter the documents: everything is planned, and compared with what they entered. Nothing is
/// ever written into the ledger, whatever the settings; with <see cref="SyncConfiguration.IsShadow"/> no run writes either. Thread-safe.
/// </summary>
public interface IShadowComparer
{
    /// <summary>
    /// Plans, reads the ledger's documents from the cut-over date on once for each kind, and compares: by our marker, by number, else by
    /// contact, date and total; then number, contact, dates, totals, and the amounts of each account and tax rate.
    /// </summary>
    /// <exception cref="ConfigurationException">The configuration does not exist, is not connected, or has no Invoices module.</exception>
    /// <exception cref="RemoteLedgerException">The ledger cannot be read.</exception>
    Task<ShadowReport> CompareAsync(ConfigurationId configuration, IProgress<SyncProgress>? progress, CancellationToken cancellationToken);
}
