namespace Kompass.Accounting;

/// <summary>
/// The engine's memory: leases, operations from intent to outcome, holds, runs, cursors. Every write carries the lease and is
/// refused under an older epoch. Implemented by the store packages together with <see cref="IMappingStore"/>. Thread-safe.
/// </summary>
public interface ISyncJournal
{
    /// <summary>Takes the lease of an organisation when it is free, lapsed, or already the owner's; null when somebody else has it.</summary>
    Task<Lease?> TryAcquireAsync(RemoteOrganisationId organisation, string owner, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Prolongs a lease.</summary>
    /// <exception cref="LeaseLostException">It was taken over.</exception>
    Task<Lease> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives a lease back; does nothing when it was taken over.</summary>
    Task ReleaseAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>Reads the organisations whose lease lapsed without being given back: whoever had it died, stands still, or left its work to others.</summary>
    Task<IReadOnlyList<RemoteOrganisationId>> GetAbandonedAsync(CancellationToken cancellationToken);

    /// <summary>Commits the intents of one call, before its first byte leaves.</summary>
    /// <exception cref="LeaseLostException">The lease was taken over; nothing was written.</exception>
    Task BeginAsync(Lease lease, IReadOnlyCollection<Operation> intents, CancellationToken cancellationToken);

    /// <summary>Records what a batch has come to, in one transaction.</summary>
    /// <exception cref="LeaseLostException">The lease was taken over; nothing was written.</exception>
    /// <exception cref="LinkConflictException">A record or a remote record is already linked to another one; nothing was written.</exception>
    Task RecordAsync(Lease lease, OutcomeBatch batch, CancellationToken cancellationToken);

    /// <summary>
    /// Moves operations that were settled and runs that ended before an instant to the archive, where no run comes across them. Operations
    /// are found there by <see cref="GetHistoryAsync"/> and <see cref="GetOperationsAsync"/>, and runs by <see cref="GetRunsAsync"/>, as
    /// before; nothing is deleted. What is unsettled stays, and so does the latest run of each configuration.
    /// </summary>
    /// <param name="lease">The lease of the organisation.</param>
    /// <param name="before">The instant.</param>
    /// <param name="maximum">How many are moved at most, in one transaction; 1 or more.</param>
    /// <param name="cancellationToken">Stops the call; then nothing was moved.</param>
    /// <returns>How many were moved; fewer than <paramref name="maximum"/> when none is left.</returns>
    /// <exception cref="LeaseLostException">The lease was taken over; nothing was moved.</exception>
    Task<int> ArchiveAsync(Lease lease, DateTimeOffset before, int maximum, CancellationToken cancellationToken);

    /// <summary>Reads the operations whose outcome is not known: intended or unknown, oldest first.</summary>
    Task<IReadOnlyList<Operation>> GetUnsettledAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Reads every operation of a record, oldest first.</summary>
    Task<IReadOnlyList<Operation>> GetHistoryAsync(RemoteOrganisationId organisation, RecordKey record, CancellationToken cancellationToken);

    /// <summary>Reads every operation of a run, oldest first.</summary>
    Task<IReadOnlyList<Operation>> GetOperationsAsync(RemoteOrganisationId organisation, RunId run, CancellationToken cancellationToken);

    /// <summary>Reads what was taken over from earlier integrations for a configuration, newest first.</summary>
    Task<IReadOnlyList<TakeOverImport>> GetImportsAsync(ConfigurationId configuration, CancellationToken cancellationToken);

    /// <summary>Reads every hold of an organisation, oldest first.</summary>
    Task<IReadOnlyList<Hold>> GetHoldsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Reads every record that a person skipped, oldest first.</summary>
    Task<IReadOnlyList<RecordSkip>> GetSkipsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);

    /// <summary>Adds or replaces a run.</summary>
    Task SaveRunAsync(SyncRun run, CancellationToken cancellationToken);

    /// <summary>Reads the latest runs of a configuration, newest first.</summary>
    Task<IReadOnlyList<SyncRun>> GetRunsAsync(ConfigurationId configuration, int maximum, CancellationToken cancellationToken);

    /// <summary>Reads all cursors that were recorded, by their names, which are told apart by case.</summary>
    Task<IReadOnlyDictionary<string, SourceCursor>> GetCursorsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken);
}
