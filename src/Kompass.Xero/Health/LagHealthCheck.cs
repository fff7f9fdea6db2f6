using System.Globalization;
using Kompass.Accounting;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>
/// Looks when the last run of each configuration came to its end. One that is behind is a warning; a failure when none of them is in time,
/// since then nothing runs at all. What another check explains, a lost connection or the day limit, is left to it.
/// </summary>
internal sealed class LagHealthCheck(
    IConfigurationStore configurations,
    ISyncJournal journal,
    ParkedOrganisations parked,
    IOptions<XeroHealthOptions> options,
    TimeProvider time) : ConfigurationHealthCheck(configurations, options, time)
{
    private const int RunsLookedAt = 10;

    private readonly Lock _lock = new();
    private readonly HashSet<ConfigurationId> _resting = [];
    private readonly Dictionary<ConfigurationId, (DateTimeOffset At, bool WasResting)> _working = [];

    protected override string Well => "The runs of every configuration at work came to their end in time.";

    protected override async Task<IReadOnlyList<HealthFinding>> FindAsync(
        IReadOnlyList<SyncConfiguration> configurations, CancellationToken cancellationToken)
    {
        var now = Now;
        var late = new List<HealthFinding>();
        var inTime = 0;
        foreach (var configuration in configurations)
        {
            if (Watch(configuration, now) is not { } working || configuration.Connection!.Loss is not null)
            {
                continue;
            }

            var runs = await journal.GetRunsAsync(configuration.Id, RunsLookedAt, cancellationToken);
            if (parked.Explain(configuration, runs.Count > 0 ? runs[0] : null) is not null)
            {
                continue;
            }

            var completed = runs.FirstOrDefault(run => run.Outcome == SyncOutcome.Completed)?.FinishedAt;
            if (now - Since(configuration, working, completed) <= Options.LongestLag + (configuration.Interval ?? TimeSpan.Zero))
            {
                inTime++;
                continue;
            }

            late.Add(new(configuration.Id, IsFailure: false, Explain(configuration, completed)));
        }

        return inTime > 0 ? late : late.ConvertAll(finding => finding with { IsFailure = true });
    }

    /// <summary>A configuration that was just enabled or resumed has had no time to run, and neither has one that never ran.</summary>
    private static DateTimeOffset Since(SyncConfiguration configuration, (DateTimeOffset At, bool WasResting) working, DateTimeOffset? completed)
    {
        if (completed is { } ended)
        {
            return working.WasResting && working.At > ended ? working.At : ended;
        }

        var connected = configuration.Connection!.ConnectedAt;
        return working.At > connected ? working.At : connected;
    }

    private static string Explain(SyncConfiguration configuration, DateTimeOffset? completed)
    {
        var last = completed is { } ended ? string.Create(CultureInfo.InvariantCulture, $"at {ended:u}") : "long ago, or never";
        return configuration.Backlog is { ReleasedAt: null }
            ? $"The last run came to its end {last}, and what piled up waits for a person. Look at what would be sent, then release it in the configuration."
            : $"The last run came to its end {last}. See that the worker runs on a node, and what the latest runs say on the page Runs.";
    }

    /// <returns>Since when it was seen at work, and whether it was seen at rest before; null while it rests.</returns>
    private (DateTimeOffset At, bool WasResting)? Watch(SyncConfiguration configuration, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!IsAtWork(configuration))
            {
                _resting.Add(configuration.Id);
                _working.Remove(configuration.Id);
                return null;
            }

            if (!_working.TryGetValue(configuration.Id, out var working))
            {
                working = (now, _resting.Remove(configuration.Id));
                _working.Add(configuration.Id, working);
            }

            return working;
        }
    }
}
