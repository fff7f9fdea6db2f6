namespace Kompass.Accounting;

/// <summary>
/// A comparison as a person decides upon it, row by row: each decision is stored at once, by the rules of the import of a reviewed file,
/// and the next comparison starts from it. Thread-safe.
/// </summary>
public interface IContactReview
{
    /// <summary>
    /// Lists the comparisons of a configuration with the organisation that it is connected to, newest first: those of the last 90 days,
    /// and the newest ten whatever their age.
    /// </summary>
    /// <exception cref="ConfigurationException">The configuration does not exist or is not connected.</exception>
    Task<IReadOnlyList<KeptComparison>> ListAsync(ConfigurationId configuration, CancellationToken cancellationToken);

    /// <summary>Reads a comparison with what was decided since.</summary>
    /// <param name="configuration">A connected configuration.</param>
    /// <param name="report">The comparison; null for the latest one.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>
    /// The comparison; null when there is none, or when it is one of another configuration, of another organisation of the ledger, or of
    /// Kompass organisations that the configuration does not have any more.
    /// </returns>
    /// <exception cref="ConfigurationException">The configuration does not exist or is not connected.</exception>
    Task<ContactReview?> OpenAsync(ConfigurationId configuration, ReconciliationId? report, CancellationToken cancellationToken);

    /// <summary>
    /// Decides about rows; a contact to be linked is read first. What one row asks for is refused without touching the others.
    /// </summary>
    /// <param name="configuration">A connected configuration.</param>
    /// <param name="report">The comparison that the person looked at.</param>
    /// <param name="decisions">The decisions, each row at most once.</param>
    /// <param name="requestedBy">Who decides.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ConfigurationException">There is no such comparison, or the configuration is not connected.</exception>
    /// <exception cref="RemoteLedgerException">The contacts cannot be read; nothing was changed.</exception>
    Task<ReviewResult> DecideAsync(
        ConfigurationId configuration,
        ReconciliationId report,
        IReadOnlyCollection<RowDecision> decisions,
        string requestedBy,
        CancellationToken cancellationToken);

    /// <summary>Takes back what was decided about rows, so that they are open again; refused where a sync has used the link.</summary>
    /// <param name="configuration">A connected configuration.</param>
    /// <param name="report">The comparison that the person looked at.</param>
    /// <param name="rows">The numbers of the rows.</param>
    /// <param name="requestedBy">Who takes it back.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ConfigurationException">There is no such comparison, or the configuration is not connected.</exception>
    Task<ReviewResult> TakeBackAsync(
        ConfigurationId configuration,
        ReconciliationId report,
        IReadOnlyCollection<int> rows,
        string requestedBy,
        CancellationToken cancellationToken);
}
