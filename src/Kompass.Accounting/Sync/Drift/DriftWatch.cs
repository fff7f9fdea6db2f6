using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>
/// Looks, with one changed-since read for each kind of documents, what people did in the ledger to what we wrote. Of a long list a run
/// looks at one part, and the next run goes on from there: nothing is left out, and no run takes long for it.
/// </summary>
internal sealed partial class DriftWatch(
    DriftReader reader,
    StillDrift still,
    ISyncJournal journal,
    OutcomeRecorder recorder,
    IOptions<SyncOptions> options,
    TimeProvider clock,
    ILogger<DriftWatch> logger)
{
    private SyncOptions Options => options.Value;

    /// <param name="run">The run, which has done everything else.</param>
    /// <param name="links">Every document link as it stands now.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    public async Task LookAsync(RunState run, IReadOnlyCollection<DocumentLink> links, CancellationToken cancellationToken)
    {
        if (Options.DriftInterval == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        if (links.Count == 0)
        {
            return;
        }

        var cursors = await journal.GetCursorsAsync(run.OrganisationId, cancellationToken);
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            try
            {
                var cursor = cursors.TryGetValue(DriftCursor.NameFor(kind), out var stored) ? DriftCursor.Parse(stored) : null;
                await LookAsync(run, kind, cursor ?? Begin(links, kind), links, cancellationToken);
            }
            catch (RemoteLedgerException exception)
            {
                // Everything is written and recorded; the next run looks at what this one could not.
                run.Told.Miss();
                LogNotLooked(exception, kind, run.OrganisationId);
                return;
            }
        }
    }

    /// <summary>Looks on behalf of a run that found nothing to do.</summary>
    /// <param name="run">The run.</param>
    /// <param name="last">How both sides came to after the last run.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <returns>False when <see cref="LookAsync(RunState, IReadOnlyCollection{DocumentLink}, CancellationToken)"/> has to look.</returns>
    public async Task<bool> IsNothingNewAsync(RunState run, TieOut last, CancellationToken cancellationToken)
    {
        try
        {
            return await still.IsNothingNewAsync(run, last, cancellationToken);
        }
        catch (RemoteLedgerException exception)
        {
            run.Told.Miss();
            LogStillNotLooked(exception, run.OrganisationId);
            return true;
        }
    }

    private async Task LookAsync(
        RunState run, DocumentKind kind, DriftCursor? cursor, IReadOnlyCollection<DocumentLink> links, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (cursor is null || (now - cursor.LookedAt < Options.DriftInterval && !run.Told.IsAbout(kind)) || !links.Any(link => link.Kind == kind))
        {
            return;
        }

        run.Lease = await journal.RenewAsync(run.Lease, Options.LeaseDuration, cancellationToken);
        var (read, hasMore) = await reader.ReadAsync(run, kind, cursor, cancellationToken);
        run.Told.MissIf(hasMore, kind);
        var inDoubt = await InDoubtAsync(run, read.Count, cancellationToken);
        var linked = links.Where(link => read.ContainsKey(link.RemoteDocumentId)).ToList();
        var outcomes = new Outcomes();
        DateTimeOffset? leftOut = null;
        foreach (var link in linked)
        {
            var document = read[link.RemoteDocumentId];
            if (inDoubt.Contains(RecordKey.Of(link.InvoiceId)))
            {
                leftOut = leftOut < document.UpdatedAt ? leftOut : document.UpdatedAt;
            }
            else
            {
                await JudgeAsync(run, link, document, outcomes, cancellationToken);
            }
        }

        JudgeStrangers(run, kind, links, [.. read.Keys.Except(linked.Select(link => link.RemoteDocumentId)).Select(id => read[id])], outcomes);
        var after = cursor.After([.. read.Values], hasMore, IsCrowded(links, kind, cursor), Options.Overlap, now);

        // A change of ours whose outcome is not known yet would pass for somebody else's: it is looked at again once it is settled.
        outcomes.Cursors[DriftCursor.NameFor(kind)] = (leftOut is { } again && again < after.From ? after with { From = again - DriftCursor.Accuracy } : after).ToCursor();
        await recorder.RecordAsync(run, outcomes, cancellationToken);
    }

    /// <summary>Before the first reading: it begins with the first document, and not right after that was sent.</summary>
    private DriftCursor? Begin(IReadOnlyCollection<DocumentLink> links, DocumentKind kind)
    {
        DateTimeOffset? written = null;
        DateTimeOffset? created = null;
        foreach (var link in links.Where(link => link.Kind == kind))
        {
            written = written < link.RemoteUpdatedAt ? written : link.RemoteUpdatedAt;
            created = created < link.CreatedAt ? created : link.CreatedAt;
        }

        return written is { } first ? new(first - Options.Overlap, first - Options.Overlap, created!.Value) : null;
    }

    private bool IsCrowded(IReadOnlyCollection<DocumentLink> links, DocumentKind kind, DriftCursor cursor) =>
        links.Count(link => link.Kind == kind && link.RemoteUpdatedAt >= cursor.Reached - Options.Overlap) >= Options.DocumentsLookedAtOnce;

    private async Task<HashSet<RecordKey>> InDoubtAsync(RunState run, int read, CancellationToken cancellationToken) => read == 0
        ? []
        : [.. (await journal.GetUnsettledAsync(run.OrganisationId, cancellationToken)).Select(operation => operation.Record)];

    private async Task JudgeAsync(RunState run, DocumentLink link, RemoteDocument document, Outcomes outcomes, CancellationToken cancellationToken)
    {
        if (DriftRules.IsAsSeen(link, document))
        {
            return;
        }

        var standing = DriftRules.Judge(link, document, await SentAsync(run, link, cancellationToken));
        if (standing != link.Standing)
        {
            Keep(run, link, link with { Standing = standing }, outcomes);
        }
    }

    private static void JudgeStrangers(
        RunState run, DocumentKind kind, IEnumerable<DocumentLink> links, IReadOnlyCollection<RemoteDocument> unlinked, Outcomes outcomes)
    {
        var strangers = new Strangers(kind, unlinked);
        if (strangers.IsEmpty)
        {
            return;
        }

        var judged = outcomes.DocumentLinks.ToDictionary(link => link.InvoiceId);
        foreach (var link in links.Where(link => link.Kind == kind))
        {
            if (strangers.Judge(judged.GetValueOrDefault(link.InvoiceId, link)) is { } changed)
            {
                Keep(run, link, changed, outcomes);
            }
        }
    }

    private static void Keep(RunState run, DocumentLink before, DocumentLink after, Outcomes outcomes)
    {
        outcomes.DocumentLinks.RemoveAll(link => link.InvoiceId == after.InvoiceId);
        outcomes.DocumentLinks.Add(after);
        if (Told(before.Standing) != Told(after.Standing))
        {
            outcomes.Statuses.Add(DriftStatus.Of(after, run.Holds.FirstOrDefault(hold => hold.Record == RecordKey.Of(after.InvoiceId))));
        }
    }

    private static (RecordDrift?, decimal, decimal, DateOnly?, DateOnly?) Told(RemoteStanding? standing) =>
        standing is null ? default : (standing.Drift, standing.AmountPaid, standing.AmountCredited, standing.PaidOn, standing.CreditedOn);

    private async Task<OperationEvidence?> SentAsync(RunState run, DocumentLink link, CancellationToken cancellationToken) =>
        (await journal.GetHistoryAsync(run.OrganisationId, RecordKey.Of(link.InvoiceId), cancellationToken))
            .LastOrDefault(operation => operation is { State: OperationState.Succeeded, Action: OperationAction.Create or OperationAction.Update }
                && operation.RemoteId == link.RemoteDocumentId.Value)
            ?.Evidence;

    [LoggerMessage(3013, LogLevel.Warning, "Documents of kind {Kind} of organisation {Organisation} could not be looked at; the next run does it.")]
    private partial void LogNotLooked(Exception exception, DocumentKind kind, RemoteOrganisationId organisation);

    [LoggerMessage(3015, LogLevel.Warning, "The documents of organisation {Organisation} could not be looked at; the next run does it.")]
    private partial void LogStillNotLooked(Exception exception, RemoteOrganisationId organisation);
}
