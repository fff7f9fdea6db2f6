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

    /// <summary>
    /// Keeps the links and holds of a comparison. Documents that were sent or linked meanwhile are left alone. What is held
    /// (<see cref="HoldReason.AlreadyInLedger"/>) a person decides with <see cref="IRecordRepair"/>: relink it to the document in the
    /// ledger if they are the same, or release it, and the next run creates it.
    /// </summary>
    /// <exception cref="ConfigurationException">The configuration moved to another organisation, or another run is at work.</exception>
    Task<DocumentReconciliationResult> ApplyAsync(DocumentReconciliation comparison, CancellationToken cancellationToken);
}
