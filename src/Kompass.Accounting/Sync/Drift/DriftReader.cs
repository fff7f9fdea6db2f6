using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>Reads the documents that were changed in the ledger, one part of a long list.</summary>
internal sealed class DriftReader(IDocumentStore documents, IOptions<SyncOptions> options)
{
    /// <returns>The documents, and whether there are more of them.</returns>
    /// <exception cref="RemoteLedgerException">They cannot be read.</exception>
    public async Task<(Dictionary<RemoteDocumentId, RemoteDocument> Read, bool HasMore)> ReadAsync(
        RunState run, DocumentKind kind, DriftCursor cursor, CancellationToken cancellationToken)
    {
        var read = new Dictionary<RemoteDocumentId, RemoteDocument>();
        await foreach (var document in documents.ReadAsync(run.Connection, kind, cursor.From, cancellationToken))
        {
            read[document.Id] = document;
            if (read.Count >= options.Value.DocumentsLookedAtOnce && document.UpdatedAt > cursor.From + (2 * DriftCursor.Accuracy))
            {
                return (read, true);
            }
        }

        return (read, false);
    }
}
