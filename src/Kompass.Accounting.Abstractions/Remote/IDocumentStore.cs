using System.Runtime.CompilerServices;

namespace Kompass.Accounting;

/// <summary>
/// The sales invoices, credit notes and manual journals of the ledger: implemented by the adapter. A call that fails
/// throws <see cref="RemoteLedgerException"/>; it never answers with an empty list instead. Thread-safe.
/// </summary>
public interface IDocumentStore
{
    /// <summary>The most documents that one create, update or void call takes.</summary>
    int MaximumBatch { get; }

    /// <summary>Streams documents of one kind with their lines, each once, the one that changed longest ago first. Reads no further than it is asked.</summary>
    /// <param name="connection">The organisation and the credential to use.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="changedSince">Null for all; otherwise those changed at or after the instant.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    IAsyncEnumerable<RemoteDocument> ReadAsync(
        RemoteConnection connection,
        DocumentKind kind,
        DateTimeOffset? changedSince,
        CancellationToken cancellationToken);

    /// <summary>
    /// Streams documents of one kind dated from a day on, with their lines, each once. The default reads all of them; an adapter whose
    /// ledger can tell them apart does better.
    /// </summary>
    /// <param name="connection">The organisation and the credential to use.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="from">The first day.</param>
    /// <param name="cancellationToken">Stops the stream.</param>
    async IAsyncEnumerable<RemoteDocument> ReadDatedAsync(
        RemoteConnection connection,
        DocumentKind kind,
        DateOnly from,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var document in ReadAsync(connection, kind, null, cancellationToken))
        {
            if (document.Date >= from)
            {
                yield return document;
            }
        }
    }

    /// <summary>Reads documents by id with their lines; ids that do not exist are absent from the answer.</summary>
    Task<IReadOnlyList<RemoteDocument>> FindAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyCollection<RemoteDocumentId> ids,
        CancellationToken cancellationToken);

    /// <summary>
    /// Looks documents up by what makes them findable without an id: the number of an invoice or credit note,
    /// the marker in a journal's narration. Used to settle unknown outcomes.
    /// </summary>
    /// <param name="connection">The organisation and the credential to use.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="naturalKeys">Numbers, or markers for journals.</param>
    /// <param name="since">No document wanted was written before this instant.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<RemoteDocument>> FindByNaturalKeyAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyCollection<string> naturalKeys,
        DateTimeOffset since,
        CancellationToken cancellationToken);

    /// <summary>Creates documents of one kind. An existing document is never changed by this call.</summary>
    /// <returns>One result for each document, in the same order, with its lines.</returns>
    Task<IReadOnlyList<WriteResult<RemoteDocument>>> CreateAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyList<DocumentContent> documents,
        IdempotencyKey key,
        CancellationToken cancellationToken);

    /// <summary>Updates documents of one kind by id.</summary>
    /// <returns>One result for each update, in the same order, with its lines.</returns>
    Task<IReadOnlyList<WriteResult<RemoteDocument>>> UpdateAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyList<DocumentUpdate> updates,
        IdempotencyKey key,
        CancellationToken cancellationToken);

    /// <summary>Voids documents of one kind; drafts and submitted ones are deleted by status instead.</summary>
    /// <param name="connection">The organisation and the credential to use.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="documents">The documents as they were just read.</param>
    /// <param name="key">Names the attempt.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>One result for each document, in the same order.</returns>
    Task<IReadOnlyList<WriteResult<RemoteDocument>>> VoidAsync(
        RemoteConnection connection,
        DocumentKind kind,
        IReadOnlyList<RemoteDocument> documents,
        IdempotencyKey key,
        CancellationToken cancellationToken);

    /// <summary>Uses a credit note for an invoice.</summary>
    /// <returns>Null when it was stored; otherwise why it was refused.</returns>
    Task<Refusal?> AllocateAsync(
        RemoteConnection connection,
        CreditAllocation allocation,
        IdempotencyKey key,
        CancellationToken cancellationToken);
}
