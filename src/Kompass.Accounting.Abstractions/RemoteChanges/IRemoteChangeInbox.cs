namespace Kompass.Accounting;

/// <summary>
/// Keeps what the ledger told of changes until a run has looked at them, so that a crash loses nothing. Each record of an organisation waits
/// once, however often it was changed: ten thousand messages come to the set of what they are about. Any node may take what another one
/// stored. Implemented by the store packages. Thread-safe.
/// </summary>
public interface IRemoteChangeInbox
{
    /// <summary>
    /// Stores changes, of one record the latest. What is told again, or late, of a record that waits already is left out; a later change of
    /// it is stored behind all others, so that <see cref="RemoveAsync"/> on behalf of a run that began before leaves it.
    /// </summary>
    /// <returns>How many were stored; the others waited already.</returns>
    Task<int> StoreAsync(IReadOnlyCollection<RemoteChange> changes, CancellationToken cancellationToken);

    /// <summary>What waits, by organisation and kind; empty when nothing does.</summary>
    Task<IReadOnlyList<WaitingChanges>> GetWaitingAsync(CancellationToken cancellationToken);

    /// <summary>Reads what waits about an organisation, in the order in which it was stored.</summary>
    /// <param name="organisation">The organisation in the ledger.</param>
    /// <param name="after">Only what was stored after this sequence; 0 for all.</param>
    /// <param name="maximum">How many at most, 1 or more.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<StoredChange>> ReadAsync(RemoteOrganisationId organisation, long after, int maximum, CancellationToken cancellationToken);

    /// <summary>Removes what was stored about an organisation up to a sequence.</summary>
    Task RemoveAsync(RemoteOrganisationId organisation, long upTo, CancellationToken cancellationToken);

    /// <summary>Removes what has waited for longer than a time, since nothing runs that would look at it.</summary>
    /// <returns>How many were removed.</returns>
    Task<int> PruneAsync(TimeSpan age, CancellationToken cancellationToken);
}
