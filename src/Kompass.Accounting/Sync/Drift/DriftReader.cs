using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>Reads the documents that were changed in the ledger, one part of a long list, and each kind once in a run.</summary>
internal sealed class DriftReader(IDocumentStore documents, IOptions<SyncOptions> options)
{
    /// <exception cref="RemoteLedgerException">They cannot be read.</exception>
    public async Task<DriftReading> ReadAsync(RunState run, DocumentKind kind, DriftCursor cursor, CancellationToken cancellationToken)
    {
        if (!run.DriftReadings.TryGetValue(kind, out var reading))
        {
            run.DriftReadings[kind] = reading = await ReadPartAsync(run.Connection, kind, cursor, cancellationToken);
        }

        return reading;
    }

    private async Task<DriftReading> ReadPartAsync(RemoteConnection connection, DocumentKind kind, DriftCursor cursor, CancellationToken cancellationToken)
    {
        var read = new Dictionary<RemoteDocumentId, RemoteDocument>();
        await foreach (var document in documents.ReadAsync(connection, kind, cursor.From, cancellationToken))
        {
            read[document.Id] = document;
            if (read.Count >= options.Value.DocumentsLookedAtOnce && document.UpdatedAt > cursor.From + (2 * DriftCursor.Accuracy))
            {
                return new(read, HasMore: true);
            }
        }

        return new(read, HasMore: false);
    }
}
