using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

internal sealed partial class SyncOrchestrator(
    IConfigurationStore configurations,
    ISyncJournal journal,
    Settler settler,
    Observer observer,
    Planner planner,
    Applier applier,
    ConnectionWatch watch,
    BacklogGuard backlog,
    IEntropy entropy,
    TimeProvider clock,
    IOptions<SyncOptions> options,
    ILogger<SyncOrchestrator> logger) : ISyncOrchestrator
{
    private const string AnotherAtWork = "Another run is at work for this organisation: wait until it has ended.";

    public async Task<SyncPlan> PlanAsync(ConfigurationId configuration, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var (settings, connection) = await RequireAsync(configuration, cancellationToken);
        var lease = await AcquireAsync(connection, cancellationToken);
        if (lease is null)
        {
            return await PlanAsync(settings, connection, progress, cancellationToken);
        }

        try
        {
            await settler.SettleAsync(lease, configuration, connection, cancellationToken);
            return await PlanAsync(settings, connection, progress, cancellationToken);
        }
        finally
        {
            await journal.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    public async Task<SyncResult> ApplyAsync(SyncPlan plan, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var configuration = await configurations.GetAsync(plan.ConfigurationId, cancellationToken);
        if (RunGuard.WhyNot(configuration, plan.Connection) is { } reason)
        {
            return NotRun(plan.Id, reason);
        }

        var lease = await AcquireAsync(plan.Connection, cancellationToken);
        if (lease is null)
        {
            return NotRun(plan.Id, AnotherAtWork);
        }

        try
        {
            var latest = await journal.GetRunsAsync(plan.ConfigurationId, 1, cancellationToken);
            return latest.Any(run => run.Id == plan.Id || run.StartedAt >= plan.CreatedAt)
                ? NotRun(plan.Id, "A sync has run since this plan was made: plan again.")
                : await ApplyAsync(plan, lease, progress, cancellationToken);
        }
        finally
        {
            await journal.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    public async Task<SyncResult> RunAsync(ConfigurationId configuration, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var id = new RunId(entropy.NewGuid());
        var found = await configurations.GetAsync(configuration, cancellationToken);
        if (RunGuard.WhyNot(found, planned: null) is { } reason)
        {
            return NotRun(id, reason);
        }

        var (settings, connection) = await RequireAsync(configuration, cancellationToken);
        var lease = await AcquireAsync(connection, cancellationToken);
        if (lease is null)
        {
            return NotRun(id, AnotherAtWork);
        }

        try
        {
            await settler.SettleAsync(lease, configuration, connection, cancellationToken);
            var plan = await PlanAsync(settings, connection, progress, cancellationToken);
            await watch.WorksAsync(settings, cancellationToken);
            if (await backlog.HoldAsync(settings, plan, cancellationToken) is { } waits)
            {
                return NotRun(id, waits);
            }

            return await ApplyAsync(plan, lease, progress, cancellationToken);
        }
        catch (RemoteLedgerException exception)
        {
            LogStopped(exception, configuration, exception.Fault);
            await watch.NoteAsync(configuration, connection, exception, cancellationToken);
            return Stopped(id, RunEndings.Of(exception), new(), []);
        }
        catch (LeaseLostException exception)
        {
            return Stopped(id, RunEndings.Of(exception), new(), []);
        }
        finally
        {
            await journal.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    private async Task<SyncPlan> PlanAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var observation = await observer.ObserveAsync(configuration, connection, progress, cancellationToken);
        progress?.Report(new("Planning", 0, 0));
        return planner.Plan(observation, new(entropy.NewGuid()), cancellationToken);
    }

    private async Task<SyncResult> ApplyAsync(SyncPlan plan, Lease lease, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var run = new RunState(plan, lease);
        var record = new SyncRun
        {
            Id = plan.Id,
            ConfigurationId = plan.ConfigurationId,
            RemoteOrganisationId = plan.Connection.OrganisationId,
            StartedAt = clock.GetUtcNow(),
        };
        await journal.SaveRunAsync(record, cancellationToken);

        var ending = RunEnding.Completed;
        try
        {
            await applier.ApplyAsync(run, progress, cancellationToken);
        }
        catch (RunStoppedException exception)
        {
            ending = new(exception.Outcome, exception.Message, exception.RetryAt);
        }
        catch (RemoteLedgerException exception)
        {
            LogStopped(exception, plan.ConfigurationId, exception.Fault);
            await watch.NoteAsync(plan.ConfigurationId, plan.Connection, exception, cancellationToken);
            ending = RunEndings.Of(exception);
        }
        catch (LeaseLostException exception)
        {
            ending = RunEndings.Of(exception);
        }

        await journal.SaveRunAsync(
            record with { FinishedAt = clock.GetUtcNow(), Outcome = ending.Outcome, Counts = run.FinalCounts, Message = ending.Message },
            cancellationToken);
        await backlog.ClearAsync(plan.ConfigurationId, cancellationToken);
        LogFinished(plan.ConfigurationId, ending.Outcome, run.FinalCounts.Writes, run.FinalCounts.Held);
        return Stopped(plan.Id, ending, run.FinalCounts, [.. run.Holds]);
    }

    private Task<Lease?> AcquireAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        journal.TryAcquireAsync(connection.OrganisationId, entropy.NewGuid().ToString("N"), options.Value.LeaseDuration, cancellationToken);

    private async Task<(SyncConfiguration Configuration, RemoteConnection Connection)> RequireAsync(
        ConfigurationId id,
        CancellationToken cancellationToken)
    {
        var configuration = await configurations.GetAsync(id, cancellationToken)
            ?? throw new ConfigurationException(new ConfigurationProblem(nameof(SyncConfiguration.Id), $"Configuration {id} does not exist."));
        if (configuration.Connection is not { } connection)
        {
            throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Connection),
                "The configuration is not connected: authorise it first."));
        }

        return configuration.Modules == SyncModules.None
            ? throw new ConfigurationException(new ConfigurationProblem(
                nameof(SyncConfiguration.Modules),
                "No module is selected: select Clients, or Clients and Invoices."))
            : (configuration, connection);
    }

    private static SyncResult NotRun(RunId id, string message) => Stopped(id, new(SyncOutcome.NotRun, message, null), new(), []);

    private static SyncResult Stopped(RunId id, RunEnding ending, SyncCounts counts, IReadOnlyList<Hold> holds) => new()
    {
        RunId = id,
        Outcome = ending.Outcome,
        Counts = counts,
        Holds = holds,
        Message = ending.Message,
        RetryAt = ending.RetryAt,
    };

    [LoggerMessage(3010, LogLevel.Warning, "The sync of configuration {Configuration} stopped: {Fault}.")]
    private partial void LogStopped(Exception exception, ConfigurationId configuration, RemoteFault fault);

    [LoggerMessage(3011, LogLevel.Information, "The sync of configuration {Configuration} ended {Outcome}: {Writes} writes, {Held} held.")]
    private partial void LogFinished(ConfigurationId configuration, SyncOutcome outcome, int writes, int held);
}
