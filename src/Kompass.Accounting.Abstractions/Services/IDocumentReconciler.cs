namespace Kompass.Accounting;

/// <summary>
/// Compares the documents of Kompass from the cut-over date on with what people entered in the ledger before, so that going live creates
/// none a second time: an operation of its own, before enabling. Writes nothing into the ledger. Thread-safe.
/// </summary>
public interface IDocumentReconciler
{
    /// <summary>
    /// Says of each document that was never sent whether it is in the ledger already. It is taken for the same only by our own marker (its
    /// address in Kompass, the marker of a journal), or where contact, date, currency, totals and number agree with exactly one document;
    /// where it merely resembles one (its number, or contact, date and total), it is to be held. Reads the ledger's documents of the period
    /// once for each kind, however many there are; nothing is kept until <see cref="ApplyAsync"/>.
    /// </summary>
    /// <exception cref="ConfigurationException">The configuration does not exist, is not connected, or has no Invoices module.</exception>
    /// <exception cref="RemoteLedgerException">The ledger cannot be read.</exception>
    Task<DocumentReconciliation> CompareAsync(
        ConfigurationId configuration,
        string requestedBy,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken);

    /// <summary>Keeps the links and holds of a comparison. Documents that were sent or linked meanwhile are left alone.</summary>
    /// <exception cref="ConfigurationException">The configuration moved to another organisation, or another run is at work.</exception>
    Task<DocumentReconciliationResult> ApplyAsync(DocumentReconciliation comparison, CancellationToken cancellationToken);

    /// <summary>
    /// Links one document to one of the ledger, as a person decided: number and date may differ, while kind, contact, currency and totals
    /// must agree, and the document must be in force. Ends its hold.
    /// </summary>
    /// <exception cref="ConfigurationException">One of them does not exist, or they do not agree; the message says in what.</exception>
    /// <exception cref="LinkConflictException">One of them is linked to another one.</exception>
    Task<DocumentLink> LinkAsync(
        ConfigurationId configuration,
        InvoiceId invoice,
        RemoteDocumentId document,
        string requestedBy,
        CancellationToken cancellationToken);

    /// <summary>
    /// Decides that documents held for what the ledger has (<see cref="HoldReason.AlreadyInLedger"/>) are others: the next run creates them.
    /// </summary>
    /// <returns>The documents that are released; those that were not held for it are left out.</returns>
    Task<IReadOnlyList<InvoiceId>> ReleaseAsync(
        ConfigurationId configuration,
        IReadOnlyCollection<InvoiceId> invoices,
        string requestedBy,
        CancellationToken cancellationToken);
}
