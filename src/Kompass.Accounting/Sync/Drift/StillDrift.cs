using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>
/// Looks whether anybody changed a document in the ledger, when nothing else changed: with the links of the few documents that a
/// changed-since read brings, and no others.
/// </summary>
internal sealed class StillDrift(
    DriftReader reader,
    IMappingStore mappings,
    ISyncJournal journal,
    OutcomeRecorder recorder,
    IOptions<SyncOptions> options,
    TimeProvider clock)
{
    private SyncOptions Options => options.Value;

    /// <param name="run">The run, which found nothing to do.</param>
    /// <param name="last">How both sides came to after the last run.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <returns>False when something has to be judged that needs every link.</returns>
    /// <exception cref="RemoteLedgerException">The documents cannot be read.</exception>
    public async Task<bool> IsNothingNewAsync(RunState run, TieOut last, CancellationToken cancellationToken)
    {
        if (Options.DriftInterval == Timeout.InfiniteTimeSpan)
        {
            return true;
        }

        var cursors = await journal.GetCursorsAsync(run.OrganisationId, cancellationToken);
        foreach (var kind in last.Lines.Select(line => line.Kind).Distinct())
        {
            var cursor = cursors.TryGetValue(DriftCursor.NameFor(kind), out var stored) ? DriftCursor.Parse(stored) : null;
            if (cursor is null || !await IsNothingNewAsync(run, kind, cursor, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> IsNothingNewAsync(RunState run, DocumentKind kind, DriftCursor cursor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now - cursor.LookedAt < Options.DriftInterval && !run.Told.IsAbout(kind))
        {
            return true;
        }

        run.Lease = await journal.RenewAsync(run.Lease, Options.LeaseDuration, cancellationToken);
        var (read, hasMore) = await reader.ReadAsync(run, kind, cursor, cancellationToken);
        var links = read.Count == 0 ? [] : await mappings.FindDocumentLinksAsync(run.OrganisationId, [.. read.Keys], cancellationToken);
        if (hasMore
            || links.Count < read.Count
            || links.Any(link => !DriftRules.IsAsSeen(link, read[link.RemoteDocumentId]))
            || read.Values.Any(document => document.UpdatedAt > cursor.Reached))
        {
            return false;
        }

        var outcomes = new Outcomes();
        outcomes.Cursors[DriftCursor.NameFor(kind)] = (cursor with { LookedAt = now }).ToCursor();
        await recorder.RecordAsync(run, outcomes, cancellationToken);
        return true;
    }
}
