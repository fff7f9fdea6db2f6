namespace Kompass.Accounting;

/// <summary>
/// Tells the recipients of a configuration what its runs meet: each cause once, however many records it concerns and however many runs
/// meet it, and once more when all is well again. Called under the lease, so that no two nodes tell the same.
/// </summary>
internal sealed class TroubleWatch(
    IConfigurationStore configurations,
    ISyncJournal journal,
    PeopleTeller people,
    TroubleLetters letters,
    TimeProvider clock)
{
    // A run that fails now and then is nobody's business as long as the next ones do not.
    private static readonly TimeSpan FailurePatience = TimeSpan.FromMinutes(10);

    /// <summary>Compares what a run met with what was told.</summary>
    public async Task NoteAsync(SyncConfiguration configuration, RemoteConnection connection, SyncResult result, CancellationToken cancellationToken)
    {
        if (result.Outcome is not (SyncOutcome.Completed or SyncOutcome.Failed or SyncOutcome.Parked)
            || await configurations.GetAsync(configuration.Id, cancellationToken) is not { NotificationRecipients.Count: > 0 } current)
        {
            return;
        }

        var known = current.Troubles.Where(trouble => trouble.OrganisationId == connection.OrganisationId).ToList();
        var holds = result.Outcome == SyncOutcome.Completed ? await HoldsAsync(connection.OrganisationId, cancellationToken) : [];
        var standing = Standing(result, known, holds)
            .Select(cause => known.Find(trouble => Cause(trouble) == cause) ?? new(connection.OrganisationId, cause.Kind, cause.Reason, clock.GetUtcNow(), null))
            .ToList();
        var met = standing.Where(IsToBeTold).ToList();
        var troubles = standing.ConvertAll(trouble => met.Contains(trouble) ? trouble with { ToldAt = clock.GetUtcNow() } : trouble);
        if (troubles.SequenceEqual(current.Troubles)
            || await configurations.TrySaveAsync(current.Id, latest => latest with { Troubles = troubles }, cancellationToken) is not { } saved)
        {
            return;
        }

        if (met.Count > 0)
        {
            await people.TellAsync(saved, letters.Met(saved, met, result, holds), cancellationToken);
        }
        else if (troubles.Count == 0 && known.Exists(trouble => trouble.ToldAt is not null))
        {
            await people.TellAsync(saved, letters.WellAgain(saved, known), cancellationToken);
        }
    }

    /// <summary>A run that did not come to its end says nothing about what was held before it.</summary>
    private static IEnumerable<(TroubleKind Kind, HoldReason? Reason)> Standing(
        SyncResult result, IEnumerable<Trouble> known, IEnumerable<Hold> holds) => result.Outcome switch
        {
            SyncOutcome.Completed => holds.Select(hold => (TroubleKind.Held, (HoldReason?)hold.Reason)).Distinct().Order(),
            SyncOutcome.Parked => Held(known).Append((TroubleKind.DayLimit, null)),
            _ => Held(known).Append((TroubleKind.Failed, null)),
        };

    private static IEnumerable<(TroubleKind Kind, HoldReason? Reason)> Held(IEnumerable<Trouble> known) =>
        known.Where(trouble => trouble.Kind == TroubleKind.Held).Select(Cause);

    private static (TroubleKind Kind, HoldReason? Reason) Cause(Trouble trouble) => (trouble.Kind, trouble.Reason);

    private bool IsToBeTold(Trouble trouble) =>
        trouble.ToldAt is null && (trouble.Kind != TroubleKind.Failed || clock.GetUtcNow() - trouble.Since >= FailurePatience);

    // What settles itself is nobody's business.
    private async Task<IReadOnlyList<Hold>> HoldsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        [.. (await journal.GetHoldsAsync(organisation, cancellationToken)).Where(hold => hold.Reason != HoldReason.OutcomeUnknown)];
}
