using Microsoft.Extensions.Logging;

namespace Kompass.Accounting;

internal sealed partial class SyncOrchestrator(
    IConfigurationStore configurations,
    ISyncJournal journal,
    Leases leases,
    Settler settler,
    Observer observer,
    Planner planner,
    Applier applier,
    DriftWatch drift,
    IMappingStore mappings,
    RunInbox inbox,
    SourceProgressStore progressStore,
    ConnectionWatch watch,
    TroubleWatch troubles,
    BacklogGuard backlog,
    SourceFailures failures,
    PilotCheck pilots,
    IEntropy entropy,
    TimeProvider clock,
    SyncTelemetry telemetry,
    ILogger<SyncOrchestrator> logger) : ISyncOrchestrator
{
    private const string AnotherAtWork = "Another run is at work for this organisation: wait until it has ended.";
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(2);

    public async Task<SyncPlan> PlanAsync(ConfigurationId configuration, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var (settings, connection) = await RequireAsync(configuration, cancellationToken);
        await using var held = await leases.TryTakeAsync(connection.OrganisationId, cancellationToken);
        if (held is not null)
        {
            await settler.SettleAsync(held.Lease, configuration, connection, cancellationToken);
        }

        return (await PlanAsync(settings, connection, ReadScope.Everything, links: null, progress, cancellationToken)).Plan;
    }

    public async Task<SyncResult> ApplyAsync(SyncPlan plan, PilotSelection pilot, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(pilot);
        if (await configurations.GetAsync(plan.ConfigurationId, cancellationToken) is { } configuration)
        {
            await pilots.RequireKnownAsync(configuration, pilot, cancellationToken);
        }

        return await ApplyAsync(PilotScope.Narrow(plan, pilot), progress, cancellationToken);
    }

    public async Task<SyncResult> ApplyAsync(SyncPlan plan, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        using var span = telemetry.Begin("sync.run", plan.ConfigurationId, plan.Connection.OrganisationId);
        return await telemetry.MeasureAsync(span, token => ApplyUnderLeaseAsync(plan, progress, token), cancellationToken);
    }

    private async Task<SyncResult> ApplyUnderLeaseAsync(SyncPlan plan, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var configuration = await configurations.GetAsync(plan.ConfigurationId, cancellationToken);
        if (RunGuard.WhyNot(configuration, plan.Connection) is { } reason)
        {
            return NotRun(plan.Id, reason);
        }

        await using var held = await leases.TryTakeAsync(plan.Connection.OrganisationId, cancellationToken);
        if (held is null)
        {
            return Busy(plan.Id);
        }

        var latest = await journal.GetRunsAsync(plan.ConfigurationId, 1, cancellationToken);
        return latest.Any(run => run.Id == plan.Id || run.StartedAt >= plan.CreatedAt)
            ? NotRun(plan.Id, "A sync has run since this plan was made: plan again.")
            : await ApplyAsync(new(PilotScope.Narrow(plan, configuration!.Pilot?.Selection)), held.Lease, progress, cancellationToken);
    }

    public Task<SyncResult> RunAsync(ConfigurationId configuration, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        RunOfAsync(configuration, null, progress, cancellationToken);

    public async Task<SyncResult> RunAsync(
        ConfigurationId configuration,
        PilotSelection pilot,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        if (await configurations.GetAsync(configuration, cancellationToken) is { } found)
        {
            try
            {
                await pilots.RequireKnownAsync(found, pilot, cancellationToken);
            }
            catch (KompassSourceException)
            {
                // The run itself finds that out, and records it.
            }
        }

        return await RunOfAsync(configuration, pilot, progress, cancellationToken);
    }

    private async Task<SyncResult> RunOfAsync(
        ConfigurationId configuration,
        PilotSelection? pilot,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var span = telemetry.Begin("sync.run", configuration, organisation: null);
        return await telemetry.MeasureAsync(span, token => RunUnderLeaseAsync(configuration, pilot, progress, token), cancellationToken);
    }

    private async Task<SyncResult> RunUnderLeaseAsync(
        ConfigurationId configuration,
        PilotSelection? pilot,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var id = new RunId(entropy.NewGuid());
        var found = await configurations.GetAsync(configuration, cancellationToken);
        if (RunGuard.WhyNot(found, planned: null) is { } reason)
        {
            return NotRun(id, reason);
        }

        var (settings, connection) = await RequireAsync(configuration, cancellationToken);
        connection = connection with { IsBackground = true };
        settings = pilot is null ? settings : settings with { Pilot = new(PilotScope.Both(pilot, settings.Pilot?.Selection), "this run", clock.GetUtcNow()) };
        await using var held = await leases.TryTakeAsync(connection.OrganisationId, cancellationToken);
        if (held is null)
        {
            return Busy(id);
        }

        try
        {
            var result = await RunLeasedAsync(id, settings, connection, held.Lease, progress, cancellationToken);
            await troubles.NoteAsync(settings, connection, result, cancellationToken);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            held.LeaveToOthers();
            throw;
        }
    }

    private async Task<SyncResult> RunLeasedAsync(
        RunId id,
        SyncConfiguration configuration,
        RemoteConnection connection,
        Lease lease,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        try
        {
            var told = await inbox.ReadAsync(connection.OrganisationId, cancellationToken);
            await settler.SettleAsync(lease, configuration.Id, connection, cancellationToken);
            var result = await RunPartsAsync(configuration, connection, lease, told, progress, cancellationToken);
            await inbox.ForgetAsync(connection.OrganisationId, told, result.Outcome, cancellationToken);
            return result;
        }
        catch (RemoteLedgerException exception)
        {
            LogStopped(exception, configuration.Id, exception.Fault);
            await watch.NoteAsync(configuration.Id, connection, exception, cancellationToken);
            return Stopped(id, RunEndings.Of(exception), new(), []);
        }
        catch (LeaseLostException exception)
        {
            telemetry.LeaseLost();
            return Stopped(id, RunEndings.Of(exception), new(), []);
        }
    }

    /// <summary>Plans and applies until nothing is left; of a large load one part at a time, each with a plan of its own.</summary>
    private async Task<SyncResult> RunPartsAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        Lease lease,
        ToldChanges told,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var counts = new SyncCounts();
        Dictionary<InvoiceId, DocumentLink>? links = null;
        while (true)
        {
            (var result, links) = await RunPartAsync(configuration, connection, lease, told, links, progress, cancellationToken);
            counts = counts.Plus(result.Counts);
            if (links is null)
            {
                return result with { Counts = counts };
            }
        }
    }

    /// <summary>A method of its own, so that nothing of one part but its links is held while the next is planned.</summary>
    /// <returns>The result, and the links for the next part; null when this was the last one.</returns>
    private async Task<(SyncResult Result, Dictionary<InvoiceId, DocumentLink>? Links)> RunPartAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        Lease lease,
        ToldChanges told,
        Dictionary<InvoiceId, DocumentLink>? links,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        var begun = clock.GetUtcNow();
        PreparedRun prepared;
        try
        {
            prepared = await PlanAsync(configuration, connection, ReadScope.WhatMatters, links, progress, cancellationToken);
        }
        catch (KompassSourceException exception)
        {
            var failed = await failures.RecordAsync(new(entropy.NewGuid()), configuration.Id, connection, begun, exception, cancellationToken);
            return (Stopped(failed.Id, new(SyncOutcome.Failed, failed.Message, null), new(), []), null);
        }

        var plan = prepared.Plan;
        await watch.WorksAsync(configuration, cancellationToken);
        if (await backlog.HoldAsync(configuration, plan, cancellationToken) is { } waits)
        {
            return (NotRun(plan.Id, waits), null);
        }

        var result = await ApplyAsync(prepared with { Told = told }, lease, progress, cancellationToken);
        var goesOn = prepared.LeftSome && result.Outcome == SyncOutcome.Completed && plan is not { IsEmpty: true, Holds.Count: 0 };
        return (result, goesOn ? prepared.DocumentLinks : null);
    }

    private async Task<PreparedRun> PlanAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        ReadScope scope,
        Dictionary<InvoiceId, DocumentLink>? links,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var span = telemetry.Begin("sync.plan", configuration.Id, connection.OrganisationId);
        try
        {
            var observation = await observer.ObserveAsync(configuration, connection, scope, links, progress, cancellationToken);
            progress?.Report(new("Planning", 0, 0));
            var plan = planner.Plan(observation, new(entropy.NewGuid()), cancellationToken);
            telemetry.Describe(span, plan);
            return new(plan)
            {
                Reached = observation.Reached,
                LeftSome = observation.LeftSome,
                IsStill = observation.IsStill,
                DocumentLinks = observation.IsStill ? null : observation.DocumentLinks,
                Earlier = observation.Holds,
            };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            SyncTelemetry.Fail(span, exception);
            throw;
        }
    }

    private async Task<SyncResult> ApplyAsync(PreparedRun prepared, Lease lease, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = prepared.Plan;
        using var span = telemetry.Begin("sync.apply", plan.ConfigurationId, plan.Connection.OrganisationId);
        var run = new RunState(plan, lease, prepared.DocumentLinks, prepared.Earlier) { Told = prepared.Told };
        var record = new SyncRun
        {
            Id = plan.Id,
            ConfigurationId = plan.ConfigurationId,
            RemoteOrganisationId = plan.Connection.OrganisationId,
            StartedAt = clock.GetUtcNow(),
        };
        await journal.SaveRunAsync(record, cancellationToken);

        var ending = RunEnding.Completed;
        TieOut? tieOut = null;
        try
        {
            await applier.ApplyAsync(run, progress, cancellationToken);
            await KeepAsync(run, prepared.Reached, cancellationToken);
            tieOut = (prepared.IsStill ? await UnchangedTieOutAsync(run, cancellationToken) : null) ?? await TieOutAsync(run, cancellationToken);
            ending = ending with { RetryAt = await settler.ClearAtAsync(run.OrganisationId, cancellationToken) };
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
            telemetry.LeaseLost();
            ending = RunEndings.Of(exception);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await journal.SaveRunAsync(Ended(record, RunEnding.Interrupted, run, tieOut), CancellationToken.None);
            throw;
        }

        await journal.SaveRunAsync(Ended(record, ending, run, tieOut), cancellationToken);
        await backlog.ClearAsync(plan.ConfigurationId, cancellationToken);
        LogFinished(plan.ConfigurationId, ending.Outcome, run.FinalCounts.Writes, run.FinalCounts.Held);
        var result = Stopped(plan.Id, ending, run.FinalCounts, [.. run.Holds]) with { TieOut = tieOut };
        telemetry.Describe(span, result);
        return result;
    }

    private SyncRun Ended(SyncRun run, RunEnding ending, RunState state, TieOut? tieOut) => run with
    {
        FinishedAt = clock.GetUtcNow(),
        Outcome = ending.Outcome,
        Counts = state.FinalCounts,
        Message = ending.Message,
        TieOut = tieOut,
    };

    /// <summary>Looks what people did in the ledger meanwhile, and adds both sides up.</summary>
    private async Task<TieOut> TieOutAsync(RunState run, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<DocumentLink> links = run.HasDocumentLinks
            ? [.. run.DocumentLinks.Values]
            : await mappings.GetDocumentLinksAsync(run.OrganisationId, cancellationToken);
        await drift.LookAsync(run, links, cancellationToken);
        return TieOuts.Of(links.Select(link => run.DocumentLinks.GetValueOrDefault(link.InvoiceId, link)));
    }

    /// <summary>How both sides came to after the last run, when nobody has changed anything since; null when they are to be added up.</summary>
    private async Task<TieOut?> UnchangedTieOutAsync(RunState run, CancellationToken cancellationToken)
    {
        var latest = await journal.GetRunsAsync(run.Plan.ConfigurationId, 2, cancellationToken);
        return latest.FirstOrDefault(other => other.Id != run.Plan.Id) is { Outcome: SyncOutcome.Completed, TieOut: { } last }
            && await drift.IsNothingNewAsync(run, last, cancellationToken)
            ? last
            : null;
    }

    /// <summary>The cursors move only when every record that was read up to them is in the ledger, held, or rightly not sent.</summary>
    private async Task KeepAsync(RunState run, SourceProgress? reached, CancellationToken cancellationToken)
    {
        if (reached is null || !run.IsAccountedFor)
        {
            return;
        }

        // A run without anything to do did not read the links: they are as they were observed.
        var plan = run.Plan;
        var isNothingToDo = plan is { IsEmpty: true, Holds.Count: 0, Released.Count: 0, Acknowledged.Count: 0, ContactDrifts.Count: 0 };
        var remembered = isNothingToDo
            ? reached.Remembered
            : Circumstances.Of(run.ContactLinks.Values, (await journal.GetHoldsAsync(run.OrganisationId, cancellationToken)).Select(hold => hold.Record));
        await progressStore.SaveAsync(run.Lease, reached with { Remembered = remembered, Still = isNothingToDo ? reached.Still : null }, cancellationToken);
    }

    private async Task<(SyncConfiguration Configuration, RemoteConnection Connection)> RequireAsync(ConfigurationId id, CancellationToken cancellationToken) =>
        RunGuard.Require(id, await configurations.GetAsync(id, cancellationToken));

    private SyncResult Busy(RunId id) => NotRun(id, AnotherAtWork) with { RetryAt = clock.GetUtcNow() + BusyPause };

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
