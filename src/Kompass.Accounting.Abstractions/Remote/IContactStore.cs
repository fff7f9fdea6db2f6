namespace Kompass.Accounting;

/// <summary>
/// The contacts of the ledger: implemented by the adapter. A call that fails throws <see cref="RemoteLedgerException"/>;
/// it never answers with an empty list instead. Thread-safe.
/// </summary>
public interface IContactStore
{
    /// <summary>The most contacts that one create or update call takes.</summary>
    int MaximumBatch { get; }

    /// <summary>Streams contacts, archived and merged ones included, each once.</summary>
    /// <param name="connection">The organisation and the credential to use.</param>
    /// <param name="changedSince">Null for all; otherwise those changed at or after the instant.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    IAsyncEnumerable<RemoteContact> ReadAsync(RemoteConnection connection, DateTimeOffset? changedSince, CancellationToken cancellationToken);

    /// <summary>Reads contacts by id, archived ones included; ids that do not exist are absent from the answer.</summary>
    Task<IReadOnlyList<RemoteContact>> FindAsync(
        RemoteConnection connection,
        IReadOnlyCollection<RemoteContactId> ids,
        CancellationToken cancellationToken);

    /// <summary>Creates contacts. An existing contact is never changed by this call.</summary>
    /// <returns>One result for each contact, in the same order.</returns>
    Task<IReadOnlyList<WriteResult<RemoteContact>>> CreateAsync(
        RemoteConnection connection,
        IReadOnlyList<ContactContent> contacts,
        IdempotencyKey key,
        CancellationToken cancellationToken);

    /// <summary>Updates contacts by id.</summary>
    /// <returns>One result for each update, in the same order.</returns>
    Task<IReadOnlyList<WriteResult<RemoteContact>>> UpdateAsync(
        RemoteConnection connection,
        IReadOnlyList<ContactUpdate> updates,
        IdempotencyKey key,
        CancellationToken cancellationToken);
}
