using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>
/// Sends one batch under the rule of exactly once: the intents are committed before the first byte leaves, the outcomes
/// afterwards in one transaction, and an outcome that nobody knows is a state of its own.
/// </summary>
internal sealed partial class BatchSender(
    ISyncJournal journal,
    OutcomeRecorder recorder,
    RunGuard guard,
    LedgerCatalogueCache catalogueCache,
    IEntropy entropy,
    TimeProvider clock,
    IOptions<SyncOptions> options,
    SyncTelemetry telemetry,
    ILogger<BatchSender> logger)
{
    // What became of a call is recorded even when the process was asked to stop meanwhile.
    private static readonly CancellationToken Always = CancellationToken.None;

    public async Task SendAsync<TPlanned, TRecord>(
        RunState run,
        BatchCall<TPlanned, TRecord> call,
        IReadOnlyList<TPlanned> batch,
        CancellationToken cancellationToken)
        where TPlanned : PlannedOperation
        where TRecord : class
    {
        await guard.CheckAsync(run, cancellationToken);
        var key = entropy.NewIdempotencyKey();
        var intents = batch.Select(planned => Intend(run, call, planned, key)).ToList();
        await journal.BeginAsync(run.Lease, intents, cancellationToken);

        IReadOnlyList<WriteResult<TRecord>> results;
        try
        {
            results = await InvokeAsync(run, call, batch, intents[0], cancellationToken);
            RequireOneResultEach(batch.Count, results.Count);
        }
        catch (RemoteLedgerException exception) when (exception.IsOutcomeUnknown)
        {
            await RecordUnknownAsync(run, call, batch, intents, exception, Always);
            return;
        }
        catch (RemoteLedgerException exception) when (ConcernsTheBatchAlone(exception.Fault))
        {
            await IsolateAsync(run, call, batch, intents, exception, cancellationToken);
            return;
        }
        catch (RemoteLedgerException exception)
        {
            await RecordAllAsync(run, call, batch, Fail(intents, exception), hold: null, Always);
            throw;
        }

        run.UnknownBatchesInARow = 0;
        await RecordResultsAsync(run, call, batch, intents, results, Always);
    }

    /// <summary>
    /// Calls, but never longer than agreed, counted from the intents, however long it took to keep them: whoever takes the run over
    /// counts on it that nothing is sent later. A call under way when the process is asked to stop has a while to end.
    /// </summary>
    private async Task<IReadOnlyList<WriteResult<TRecord>>> InvokeAsync<TPlanned, TRecord>(
        RunState run,
        BatchCall<TPlanned, TRecord> call,
        IReadOnlyList<TPlanned> batch,
        Operation intent,
        CancellationToken cancellationToken)
        where TPlanned : PlannedOperation
        where TRecord : class
    {
        var left = Longer(TimeSpan.Zero, intent.IntendedAt + options.Value.LongestCall - clock.GetUtcNow());
        using var deadline = new CancellationTokenSource(left, clock);
        await using var stop = cancellationToken.Register(() => deadline.CancelAfter(options.Value.DrainTime < left ? options.Value.DrainTime : left));
        try
        {
            return await call.InvokeAsync(run, batch, intent.AttemptKey, deadline.Token);
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested)
        {
            throw new RemoteLedgerException(
                RemoteFault.OutcomeUnknown,
                $"The call was given up after {clock.GetUtcNow() - intent.IntendedAt}. It is settled by reading.",
                exception);
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static bool ConcernsTheBatchAlone(RemoteFault fault) =>
        fault is RemoteFault.Refused or RemoteFault.NotFound or RemoteFault.PermissionMissing;

    private static void RequireOneResultEach(int sent, int answered)
    {
        if (sent != answered)
        {
            throw new RemoteLedgerException(RemoteFault.OutcomeUnknown, $"{sent} records were sent and {answered} were answered.");
        }
    }

    private Operation Intend<TPlanned, TRecord>(RunState run, BatchCall<TPlanned, TRecord> call, TPlanned planned, IdempotencyKey key)
        where TPlanned : PlannedOperation
        where TRecord : class => new()
        {
            Id = new(entropy.NewGuid()),
            ConfigurationId = run.Plan.ConfigurationId,
            RemoteOrganisationId = run.OrganisationId,
            RunId = run.Plan.Id,
            Record = planned.Record,
            Action = planned.Action,
            DocumentKind = call.Kind,
            NaturalKey = call.NaturalKeyOf(planned),
            RecordHash = planned.RecordHash,
            AttemptKey = key,
            State = OperationState.Intended,
            IntendedAt = clock.GetUtcNow(),
            RemoteId = call.RemoteIdOf(run, planned),
            Evidence = call.EvidenceOf(run, planned),
        };

    private async Task RecordResultsAsync<TPlanned, TRecord>(
        RunState run,
        BatchCall<TPlanned, TRecord> call,
        IReadOnlyList<TPlanned> batch,
        List<Operation> intents,
        IReadOnlyList<WriteResult<TRecord>> results,
        CancellationToken cancellationToken)
        where TPlanned : PlannedOperation
        where TRecord : class
    {
        var outcomes = new Outcomes();
        for (var index = 0; index < batch.Count; index++)
        {
            if (results[index] is { Record: { } record } stored)
            {
                outcomes.Operations.Add(Settle(intents[index], OperationState.Succeeded) with { RemoteId = call.IdOf(record) });
                call.Stored(run, batch[index], stored, outcomes);
            }
            else
            {
                var refusal = results[index].Refusal ?? new(RefusalKind.Other, ["The ledger gave no reason."]);
                outcomes.Operations.Add(Settle(intents[index], OperationState.Failed) with { Error = refusal.ToString() });
                Hold(outcomes, call, batch[index], RefusalReasons.For(refusal.Kind, call.Kind), $"The ledger refused it: {refusal}");
                ForgetOutdated(run, refusal.Kind);
            }
        }

        await recorder.RecordAsync(run, outcomes, cancellationToken);
        foreach (var planned in batch.Where((_, index) => results[index].Record is not null && !run.IsUndo))
        {
            telemetry.Arrived(planned.ChangedAt, run.Connection.ConnectedAt, run.ReadAt(planned.Record));
        }
    }

    private async Task RecordUnknownAsync<TPlanned, TRecord>(
        RunState run,
        BatchCall<TPlanned, TRecord> call,
        IReadOnlyList<TPlanned> batch,
        List<Operation> intents,
        RemoteLedgerException exception,
        CancellationToken cancellationToken)
        where TPlanned : PlannedOperation
        where TRecord : class
    {
        LogUnknown(exception, batch.Count);
        var unknown = intents.ConvertAll(intent => intent with { State = OperationState.Unknown, Error = exception.Message });
        await RecordAllAsync(run, call, batch, unknown, NoAnswer, cancellationToken);
        if (++run.UnknownBatchesInARow >= options.Value.MaximumUnknownBatches)
        {
            throw new RunStoppedException(SyncOutcome.Failed, $"The ledger gave no usable answer {run.UnknownBatchesInARow} times in a row.");
        }

        (HoldReason, string) NoAnswer(TPlanned planned) =>
            (HoldReason.OutcomeUnknown, $"{planned.Action} was sent, and no usable answer came back: {exception.Message}");
    }

    /// <summary>Halves a refused batch until the records at fault stand alone, so that the others are not held up.</summary>
    private async Task IsolateAsync<TPlanned, TRecord>(
        RunState run,
        BatchCall<TPlanned, TRecord> call,
        IReadOnlyList<TPlanned> batch,
        List<Operation> intents,
        RemoteLedgerException exception,
        CancellationToken cancellationToken)
        where TPlanned : PlannedOperation
        where TRecord : class
    {
        var isAlone = batch.Count == 1 || exception.Fault == RemoteFault.PermissionMissing;
        await RecordAllAsync(run, call, batch, Fail(intents, exception), isAlone ? Refused : null, Always);
        if (isAlone)
        {
            return;
        }

        foreach (var half in batch.Chunk((batch.Count + 1) / 2))
        {
            await SendAsync(run, call, half, cancellationToken);
        }

        (HoldReason, string) Refused(TPlanned planned) =>
            (exception.Fault == RemoteFault.NotFound ? HoldReason.RemoteRecordMissing : HoldReason.RefusedByLedger, exception.Message);
    }

    /// <summary>Records one and the same ending of every operation of a batch, and holds the records where it asks for that.</summary>
    private async Task RecordAllAsync<TPlanned, TRecord>(
        RunState run,
        BatchCall<TPlanned, TRecord> call,
        IReadOnlyList<TPlanned> batch,
        List<Operation> ended,
        Func<TPlanned, (HoldReason Reason, string Detail)>? hold,
        CancellationToken cancellationToken)
        where TPlanned : PlannedOperation
        where TRecord : class
    {
        var outcomes = new Outcomes();
        outcomes.Operations.AddRange(ended);
        outcomes.Count(counts => counts with { Unknown = counts.Unknown + ended.Count(operation => operation.State == OperationState.Unknown) });
        foreach (var planned in hold is null ? [] : batch)
        {
            var (reason, detail) = hold!(planned);
            Hold(outcomes, call, planned, reason, detail);
        }

        await recorder.RecordAsync(run, outcomes, cancellationToken);
    }

    /// <summary>A refused code was fit for use when it was last read: the next plan reads anew.</summary>
    private void ForgetOutdated(RunState run, RefusalKind refusal)
    {
        if (refusal is RefusalKind.AccountInvalid or RefusalKind.TaxRateInvalid or RefusalKind.CurrencyNotSubscribed)
        {
            catalogueCache.Forget(run.OrganisationId);
        }
    }

    private List<Operation> Fail(List<Operation> intents, RemoteLedgerException exception) =>
        intents.ConvertAll(intent => Settle(intent, OperationState.Failed) with { Error = exception.Message });

    private Operation Settle(Operation intent, OperationState state) => intent with { State = state, SettledAt = clock.GetUtcNow() };

    private void Hold<TPlanned, TRecord>(Outcomes outcomes, BatchCall<TPlanned, TRecord> call, TPlanned planned, HoldReason reason, string detail)
        where TPlanned : PlannedOperation
        where TRecord : class =>
        outcomes.Hold(HoldFactory.Make(planned.Record, planned.Title, call.AmountOf(planned), reason, detail, clock.GetUtcNow()));

    [LoggerMessage(3002, LogLevel.Warning, "The outcome of a call with {Count} records is not known; it is settled by reading.")]
    private partial void LogUnknown(Exception exception, int count);
}
