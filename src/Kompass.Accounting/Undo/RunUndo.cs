using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

internal sealed class RunUndo(
    IConfigurationStore configurations,
    IMappingStore mappings,
    ISyncJournal journal,
    DocumentLookup documents,
    ILedgerCatalogue catalogue,
    Settler settler,
    DocumentApplier applier,
    LeasedWork work,
    IEntropy entropy,
    TimeProvider clock,
    IOptions<SyncOptions> options,
    SyncTelemetry telemetry,
    ILogger<RunUndo> logger) : IRunUndo
{
    public async Task<UndoPlan> PlanUndoAsync(ConfigurationId configuration, RunId run, CancellationToken cancellationToken)
    {
        var (settings, connection) = await configurations.RequireConnectedAsync(configuration, cancellationToken);
        return await work.RunAsync(connection, PlanAsync, cancellationToken);

        async Task<UndoPlan> PlanAsync(Lease lease)
        {
            await settler.SettleAsync(lease, configuration, connection, cancellationToken);
            var operations = (await journal.GetOperationsAsync(connection.OrganisationId, run, cancellationToken))
                .Where(operation => operation.ConfigurationId == configuration)
                .ToList();
            if (operations.Count == 0)
            {
                throw new ConfigurationException(new ConfigurationProblem(
                    nameof(SyncRun.Id), $"Run {run} of this configuration wrote nothing into {connection.OrganisationName}. Choose another run."));
            }

            InvoiceId[] touched = [.. operations.Where(operation => operation.Record.Kind == RecordKind.Invoice).Select(operation => new InvoiceId(operation.Record.Id)).Distinct()];
            var links = (await mappings.FindDocumentLinksAsync(connection.OrganisationId, touched, cancellationToken)).ToDictionary(link => link.InvoiceId);
            var organisation = await catalogue.GetOrganisationAsync(connection, cancellationToken);
            var planner = new UndoPlanner(
                links,
                await ReadAsync(connection, operations, links, cancellationToken),
                new(organisation, settings.Documents));
            return new()
            {
                Id = new(entropy.NewGuid()),
                Undoes = run,
                ConfigurationId = configuration,
                Connection = connection,
                CreatedAt = clock.GetUtcNow(),
                VatFiledTo = settings.Documents.VatFiledTo,
                Steps = [.. operations.Where(operation => operation.Action != OperationAction.Undo).Select(planner.Plan)],
            };
        }
    }

    public async Task<SyncResult> ApplyUndoAsync(
        UndoPlan plan,
        string approvedBy,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ConfigurationException.ThrowIfNobodyActs(approvedBy);
        var configuration = await configurations.GetAsync(plan.ConfigurationId, cancellationToken);
        if (RunGuard.WhyNot(configuration, plan.Connection, isUndo: true) is { } reason)
        {
            return Result(plan, new(SyncOutcome.NotRun, reason, null), new(), []);
        }

        return await work.RunAsync(plan.Connection, ApplyAsync, cancellationToken);

        async Task<SyncResult> ApplyAsync(Lease lease)
        {
            var latest = await journal.GetRunsAsync(plan.ConfigurationId, 1, cancellationToken);
            return latest.Any(run => run.Id == plan.Id || run.StartedAt >= plan.CreatedAt)
                ? Result(plan, new(SyncOutcome.NotRun, "A sync or an undo has run since this undo was planned: plan again.", null), new(), [])
                : await RunAsync(plan, approvedBy, lease, progress, cancellationToken);
        }
    }

    private async Task<SyncResult> RunAsync(
        UndoPlan plan,
        string approvedBy,
        Lease lease,
        IProgress<SyncProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var span = telemetry.Begin("sync.undo", plan.ConfigurationId, plan.Connection.OrganisationId);
        var run = new RunState(ToSyncPlan(plan, approvedBy), lease) { IsUndo = true };
        var record = new SyncRun
        {
            Id = plan.Id,
            ConfigurationId = plan.ConfigurationId,
            RemoteOrganisationId = plan.Connection.OrganisationId,
            StartedAt = clock.GetUtcNow(),
            Message = $"Undo of run {plan.Undoes}, approved by {approvedBy}.",
        };
        await journal.SaveRunAsync(record, cancellationToken);
        var approval = AuditEntries.Of(plan.Connection, plan.ConfigurationId, approvedBy, AuditAction.Undo, record.StartedAt) with
        {
            After = $"run {plan.Undoes}: {run.Plan.Operations.Count} documents to be voided",
        };
        await journal.RecordAsync(lease, new() { Audit = [approval] }, cancellationToken);
        var ending = RunEnding.Completed;
        try
        {
            foreach (var kind in Enum.GetValues<DocumentKind>())
            {
                await applier.UndoAsync(run, kind, progress, cancellationToken);
            }
        }
        catch (RunStoppedException exception)
        {
            ending = new(exception.Outcome, exception.Message, exception.RetryAt);
        }
        catch (RemoteLedgerException exception)
        {
            ending = RunEndings.Of(exception);
        }
        catch (LeaseLostException exception)
        {
            telemetry.LeaseLost();
            ending = RunEndings.Of(exception);
        }

        await journal.SaveRunAsync(
            record with
            {
                FinishedAt = clock.GetUtcNow(),
                Outcome = ending.Outcome,
                Counts = run.FinalCounts,
                Message = ending.Message is null ? record.Message : $"{record.Message} {ending.Message}",
            },
            cancellationToken);
        logger.Undone(plan.Undoes, plan.ConfigurationId, approvedBy, run.FinalCounts.DocumentsVoided);
        var result = Result(plan, ending, run.FinalCounts, [.. run.Holds]);
        telemetry.Describe(span, result);
        return result;
    }

    private async Task<Dictionary<RemoteDocumentId, RemoteDocument>> ReadAsync(
        RemoteConnection connection,
        List<Operation> operations,
        Dictionary<InvoiceId, DocumentLink> links,
        CancellationToken cancellationToken)
    {
        var found = new Dictionary<RemoteDocumentId, RemoteDocument>();
        var created = operations.Where(operation => operation is { Action: OperationAction.Create, DocumentKind: not null, RemoteId: not null });
        foreach (var kind in created.GroupBy(operation => operation.DocumentKind!.Value))
        {
            var ids = kind
                .Where(operation => links.GetValueOrDefault(new(operation.Record.Id)) is { IsVoided: false })
                .Select(operation => new RemoteDocumentId(operation.RemoteId!))
                .ToHashSet();
            var since = kind.Min(operation => operation.IntendedAt) - options.Value.Overlap;
            foreach (var document in await documents.FindAsync(connection, kind.Key, ids, since, cancellationToken))
            {
                found[document.Id] = document;
            }
        }

        return found;
    }

    private static SyncPlan ToSyncPlan(UndoPlan plan, string approvedBy) => new()
    {
        Id = plan.Id,
        ConfigurationId = plan.ConfigurationId,
        Connection = plan.Connection,
        CreatedAt = plan.CreatedAt,
        VatFiledTo = plan.VatFiledTo,
        Operations = [.. plan.Steps.Where(step => step is { Remedy: UndoRemedy.Void, Link: not null }).Select(step => new UndoDocument(step.Link!, step.Title, approvedBy))],
        Holds = [],
        Skipped = [],
        Unchanged = 0,
        EstimatedCalls = 0,
    };

    private static SyncResult Result(UndoPlan plan, RunEnding ending, SyncCounts counts, IReadOnlyList<Hold> holds) => new()
    {
        RunId = plan.Id,
        Outcome = ending.Outcome,
        Counts = counts,
        Holds = holds,
        Message = ending.Message,
        RetryAt = ending.RetryAt,
    };
}
