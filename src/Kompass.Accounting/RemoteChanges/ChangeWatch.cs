using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>
/// Makes organisations due of which the ledger told changes. They are gathered for some seconds first; what concerns no linked record is
/// removed without a run. Nothing else is removed here: the run does that, when it has looked.
/// </summary>
internal sealed partial class ChangeWatch(
    IRemoteChangeInbox inbox,
    ChangeRelevance relevance,
    IOptions<WorkerOptions> options,
    TimeProvider clock,
    ILogger<ChangeWatch> logger)
{
    private const int AtOnce = 500;

    /// <summary>How long something may wait of which no run takes notice, such as of a paused configuration: its next run reads all changes anyway.</summary>
    private static readonly TimeSpan Keeping = TimeSpan.FromDays(1);

    private readonly Dictionary<RemoteOrganisationId, Standing> _standings = [];

    /// <returns>Whether a configuration was made due.</returns>
    public async Task<bool> HeedAsync(IReadOnlyList<SyncConfiguration> enabled, RunSchedule schedule, CancellationToken cancellationToken)
    {
        var isAny = false;
        foreach (var waiting in (await inbox.GetWaitingAsync(cancellationToken)).GroupBy(changes => changes.OrganisationId))
        {
            if (enabled.FirstOrDefault(configuration => configuration.Connection?.OrganisationId == waiting.Key) is { } configuration)
            {
                isAny |= await HeedAsync(configuration, [.. waiting], schedule, cancellationToken);
            }
        }

        return isAny;
    }

    /// <summary>Removes what nobody looks at.</summary>
    public async Task PruneAsync(CancellationToken cancellationToken)
    {
        var removed = await inbox.PruneAsync(Keeping, cancellationToken);
        if (removed > 0)
        {
            LogPruned(removed, Keeping);
        }
    }

    private async Task<bool> HeedAsync(
        SyncConfiguration configuration, IReadOnlyCollection<WaitingChanges> waiting, RunSchedule schedule, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var organisation = waiting.First().OrganisationId;
        var standing = _standings.TryGetValue(organisation, out var known) ? known : _standings[organisation] = new();
        if (waiting.Max(changes => changes.Last) <= standing.Heeded)
        {
            return false;
        }

        standing.Since ??= now;
        if (now - standing.Since < options.Value.RemoteChangeDelay || !standing.Pace.HasRun(now) || !schedule.IsWaiting(configuration.Id))
        {
            return false;
        }

        var (isRelevant, last) = await LookAsync(organisation, standing.Heeded, cancellationToken);
        if (isRelevant)
        {
            if (!schedule.Tell(configuration.Id, organisation, now))
            {
                return false;
            }

            standing.Pace.Take(now);
            LogHastened(configuration.Id, waiting.Sum(changes => changes.Count));
        }
        else if (waiting.Min(changes => changes.First) > standing.Heeded)
        {
            await inbox.RemoveAsync(organisation, last, cancellationToken);
        }

        (standing.Heeded, standing.Since) = (isRelevant ? waiting.Max(changes => changes.Last) : last, null);
        return isRelevant;
    }

    private async Task<(bool IsRelevant, long Last)> LookAsync(RemoteOrganisationId organisation, long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            var told = await inbox.ReadAsync(organisation, after, AtOnce, cancellationToken);
            after = told.Count == 0 ? after : told[^1].Sequence;
            var isRelevant = await relevance.HasAnyAsync(organisation, told, cancellationToken);
            if (isRelevant || told.Count < AtOnce)
            {
                return (isRelevant, after);
            }
        }
    }

    [LoggerMessage(3026, LogLevel.Information, "The ledger told of changes of {Count} records; configuration {Configuration} runs to look at them.")]
    private partial void LogHastened(ConfigurationId configuration, int count);

    [LoggerMessage(3027, LogLevel.Information, "{Count} changes that the ledger told of were removed, since no run took notice of them within {Age}.")]
    private partial void LogPruned(int count, TimeSpan age);

    private sealed class Standing
    {
        public ChangePace Pace { get; } = new();

        /// <summary>Up to where what was told has made the organisation due.</summary>
        public long Heeded { get; set; }

        /// <summary>Since when later changes have been gathered.</summary>
        public DateTimeOffset? Since { get; set; }
    }
}
