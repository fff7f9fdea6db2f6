namespace Kompass.Accounting;

/// <summary>
/// Takes over the links, mappings and already synced documents of an earlier integration. Everything is checked against Kompass and against
/// the ledger; nothing is written into the ledger. Thread-safe.
/// </summary>
public interface ITakeOver
{
    /// <summary>
    /// Imports the files, all of them or, where a line has an error, nothing. A contact must exist and be in use; a document must be of its
    /// kind, in force, and agree in contact, currency and totals; a code must exist and be fit for use. Repeating it changes nothing.
    /// Documents taken over are never sent; they are updated only when they change in Kompass afterwards.
    /// </summary>
    /// <exception cref="ConfigurationException">The configuration does not exist or is not connected, or a run is at work.</exception>
    /// <exception cref="RemoteLedgerException">The ledger cannot be read.</exception>
    Task<TakeOverResult> ImportAsync(
        ConfigurationId configuration,
        TakeOverFiles files,
        ImportOptions options,
        CancellationToken cancellationToken);

    /// <summary>The imports of a configuration, newest first, taken back ones included.</summary>
    Task<IReadOnlyList<TakeOverImport>> ListAsync(ConfigurationId configuration, CancellationToken cancellationToken);

    /// <summary>
    /// Takes an import back: removes exactly what it added, as far as it was not used since; what stays is said. Repeating it does nothing.
    /// </summary>
    /// <exception cref="ConfigurationException">The configuration or the import does not exist, or a run is at work.</exception>
    Task<TakeOverReversal> RevertAsync(ConfigurationId configuration, ImportId import, string requestedBy, CancellationToken cancellationToken);
}
