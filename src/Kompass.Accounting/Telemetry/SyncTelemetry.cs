using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kompass.Accounting;

/// <summary>What the engine measures. Instruments carry no ids; activities carry those of the run, which is one of many by nature.</summary>
internal sealed class SyncTelemetry
{
    /// <summary>Bounds of what takes from a moment to days, in seconds.</summary>
    private static readonly double[] Spans = [1, 5, 15, 30, 60, 300, 900, 1800, 3600, 14400, 86400, 604800];

    private readonly AccountingTelemetry _telemetry;
    private readonly TimeProvider _clock;
    private readonly Histogram<double> _runs;
    private readonly Counter<long> _operations;
    private readonly Counter<long> _holds;
    private readonly Histogram<double> _lag;
    private readonly Counter<long> _leases;

    public SyncTelemetry(AccountingTelemetry telemetry, TimeProvider clock)
    {
        (_telemetry, _clock) = (telemetry, clock);
        var meter = telemetry.Meter;
        _runs = meter.CreateHistogram(
            telemetry.Name("run.duration"), "s", "Time from the beginning of a run to its end.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Spans });
        _operations = meter.CreateCounter<long>(
            telemetry.Name("operations"), "{operation}", "Changes of the ledger whose outcome was recorded; an unknown one counts again once it is settled.");
        _holds = meter.CreateCounter<long>(
            telemetry.Name("holds"), "{hold}", "Records that began to be held, or to be held for another reason.");
        _lag = meter.CreateHistogram(
            telemetry.Name("lag"), "s", "Time from a change in Kompass to its record in the ledger.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Spans });
        _leases = meter.CreateCounter<long>(
            telemetry.Name("lease.changes"), "{change}", "Leases of organisations that were acquired, taken over or lost.");
    }

    /// <summary>Begins the activity of a run or of a part of it.</summary>
    public TelemetrySpan Begin(string name, ConfigurationId configuration, RemoteOrganisationId? organisation)
    {
        var span = _telemetry.Begin(name);
        span.Tag(_telemetry.Name("configuration.id"), configuration.ToString());
        span.Tag(_telemetry.Name("organisation.id"), organisation?.ToString());
        return span;
    }

    /// <summary>Measures a run from its beginning to its end, however it ends.</summary>
    public async Task<SyncResult> MeasureAsync(
        TelemetrySpan span, Func<CancellationToken, Task<SyncResult>> run, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var outcome = "cancelled";
        try
        {
            var result = await run(cancellationToken);
            outcome = TagValue.Of(result.Outcome);
            Describe(span, result);
            return result;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            outcome = TagValue.Of(SyncOutcome.Failed);
            Fail(span, exception);
            throw;
        }
        finally
        {
            _runs.Record(_clock.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>(_telemetry.Name("run.outcome"), outcome));
        }
    }

    /// <summary>Marks an activity whose work threw.</summary>
    public static void Fail(TelemetrySpan span, Exception exception) => span.Fail(exception switch
    {
        RemoteLedgerException remote => TagValue.Of(remote.Fault),
        LeaseLostException => "lease_lost",
        KompassSourceException => "source_failed",
        _ => exception.GetType().FullName ?? "other",
    });

    /// <summary>Says on an activity what a run came to.</summary>
    public void Describe(TelemetrySpan span, SyncResult result)
    {
        span.Tag(_telemetry.Name("run.id"), result.RunId.ToString());
        span.Tag(_telemetry.Name("run.outcome"), TagValue.Of(result.Outcome));
        span.Tag(_telemetry.Name("run.writes"), result.Counts.Writes);
        span.Tag(_telemetry.Name("run.held"), result.Counts.Held);
        if (result.Outcome is SyncOutcome.Failed or SyncOutcome.ReconnectRequired)
        {
            span.Fail(TagValue.Of(result.Outcome));
        }
    }

    /// <summary>Says on an activity what a plan would do.</summary>
    public void Describe(TelemetrySpan span, SyncPlan plan)
    {
        span.Tag(_telemetry.Name("run.id"), plan.Id.ToString());
        span.Tag(_telemetry.Name("plan.operations"), plan.Operations.Count);
        span.Tag(_telemetry.Name("plan.holds"), plan.Holds.Count);
    }

    public void Recorded(IEnumerable<Operation> operations)
    {
        if (!_operations.Enabled)
        {
            return;
        }

        foreach (var group in operations.GroupBy(operation => (operation.Action, operation.DocumentKind, operation.State)))
        {
            var tags = new TagList
            {
                { _telemetry.Name("operation.action"), TagValue.Of(group.Key.Action) },
                { _telemetry.Name("record.kind"), group.Key.DocumentKind is { } kind ? TagValue.Of(kind) : "contact" },
                { _telemetry.Name("operation.outcome"), TagValue.Of(group.Key.State) },
            };
            _operations.Add(group.Count(), tags);
        }
    }

    public void Held(Hold hold) => _holds.Add(1, new KeyValuePair<string, object?>(_telemetry.Name("hold.reason"), TagValue.Of(hold.Reason)));

    /// <param name="changedAt">When Kompass changed it, as its source says; null where it does not.</param>
    /// <param name="connectedAt">When the organisation was connected: what is older was not late before.</param>
    /// <param name="readAt">When the change was first seen.</param>
    public void Arrived(DateTimeOffset? changedAt, DateTimeOffset connectedAt, DateTimeOffset readAt)
    {
        if (!_lag.Enabled)
        {
            return;
        }

        var since = changedAt is { } at ? at > connectedAt ? at : connectedAt : readAt;
        var lag = _clock.GetUtcNow() - since;
        _lag.Record(
            lag > TimeSpan.Zero ? lag.TotalSeconds : 0,
            new KeyValuePair<string, object?>(_telemetry.Name("lag.since"), changedAt is null ? "read" : "changed"));
    }

    public Lease? Acquired(Lease? lease)
    {
        if (lease is not null)
        {
            Changed(lease.IsTakenOver ? "taken_over" : "acquired");
        }

        return lease;
    }

    public void LeaseLost() => Changed("lost");

    private void Changed(string change) => _leases.Add(1, new KeyValuePair<string, object?>(_telemetry.Name("lease.change"), change));
}
