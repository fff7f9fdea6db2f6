namespace Kompass.Accounting;

/// <summary>
/// What a person does about single records. Each record has a result of its own: done, or refused with the cause. A record with an
/// operation whose outcome is not known is settled first, and refused while that is not possible. While a run is at work, everything is
/// refused. Every decision is kept in the audit trail, in the transaction of the change. Nothing is written into the ledger. Thread-safe.
/// </summary>
public interface IRecordRepair
{
    /// <summary>Has records looked at anew by the next run, whatever was remembered of them; codes of the ledger are read anew too.</summary>
    /// <exception cref="ConfigurationException">The configuration does not exist or is not connected, or the order names nobody or no reason.</exception>
    /// <exception cref="ArgumentException">A record is the default value of <see cref="RecordKey"/>.</exception>
    Task<IReadOnlyList<RepairResult>> RetryAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Leaves records alone on purpose: they are neither sent nor changed until <see cref="UnskipAsync"/>. One that changes in Kompass
    /// meanwhile is held (<see cref="HoldReason.ChangedSinceSkipped"/>), so that somebody decides again.
    /// </summary>
    /// <exception cref="ConfigurationException">As for <see cref="RetryAsync"/>.</exception>
    Task<IReadOnlyList<RepairResult>> SkipAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Ends skips. Refused for a document without a link while one that was made from it still stands in the ledger: it would be sent twice.
    /// </summary>
    /// <exception cref="ConfigurationException">As for <see cref="RetryAsync"/>.</exception>
    Task<IReadOnlyList<RepairResult>> UnskipAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Removes links. A document whose counterpart still stands in the ledger is skipped from then on, so that it is not sent a second time;
    /// one whose counterpart is voided, deleted or gone is sent anew.
    /// </summary>
    /// <exception cref="ConfigurationException">As for <see cref="RetryAsync"/>.</exception>
    Task<IReadOnlyList<RepairResult>> UnlinkAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Links records to other contacts or documents, or to the first one. The counterpart must exist, be of the right kind, be usable, and
    /// not be linked to another record; a document must agree with Kompass in contact, date, currency and totals.
    /// </summary>
    /// <exception cref="ConfigurationException">As for <see cref="RetryAsync"/>.</exception>
    Task<IReadOnlyList<RepairResult>> RelinkAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordRelink> links, RepairOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Ends holds that a person may decide about: what the ledger stored is accepted, a look-alike is declared another business, a
    /// document that was edited in the ledger may be overwritten, a skipped record may be sent again. Every other hold ends by itself once
    /// its cause is gone, and is refused here.
    /// </summary>
    /// <exception cref="ConfigurationException">As for <see cref="RetryAsync"/>.</exception>
    Task<IReadOnlyList<RepairResult>> ReleaseAsync(
        ConfigurationId configuration, IReadOnlyCollection<RecordKey> records, RepairOrder order, CancellationToken cancellationToken);
}
