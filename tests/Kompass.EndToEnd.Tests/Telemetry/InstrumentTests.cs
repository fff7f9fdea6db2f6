using System.Diagnostics.Metrics;
using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>The instruments that operators build upon: their names, units, kinds and tags are part of the product, and their numbers are true.</summary>
public sealed class InstrumentTests
{
    private const string Call = "error.type http.request.method http.response.status_code url.template";

    [Fact]
    public void Instruments_and_their_tags_are_exactly_those_of_the_README()
    {
        using var rig = new Rig();
        using var watch = new MeterWatch(rig.Process);
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C1", Make.Line(5)) with { DueDate = null });
        rig.Control.InjectFault(new(FaultKind.ServerError) { Method = "GET" });
        rig.SyncWhole();
        watch.Observe();

        Assert.Equal(
            [
                $"kompass.xero.call.duration s Histogram: {Call}",
                $"kompass.xero.call.request.body.size By Histogram: {Call.Replace("error.type ", "", StringComparison.Ordinal)}",
                $"kompass.xero.call.response.body.size By Histogram: {Call}",
                "kompass.xero.holds {hold} Counter: kompass.xero.hold.reason",
                "kompass.xero.lag s Histogram: kompass.xero.lag.since",
                "kompass.xero.lease.changes {change} Counter: kompass.xero.lease.change",
                "kompass.xero.limit.remaining {call} ObservableGauge: kompass.xero.limit kompass.xero.organisation.id",
                "kompass.xero.operations {operation} Counter: kompass.xero.operation.action kompass.xero.operation.outcome kompass.xero.record.kind",
                "kompass.xero.run.duration s Histogram: kompass.xero.run.outcome",
                "kompass.xero.token.age s ObservableGauge: ",
            ],
            watch.Instruments.Select(instrument => $"{instrument.Name} {instrument.Unit} {Kind(instrument)}: {TagsOf(watch, instrument)}"));
        Assert.All(watch.Instruments, instrument => Assert.False(string.IsNullOrWhiteSpace(instrument.Description)));
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        Assert.All(watch.Instruments, instrument => Assert.Contains($"| `{instrument.Name}` | {Kind(instrument)}, {instrument.Unit} |", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Operations_and_holds_are_counted_once_by_kind_and_outcome()
    {
        using var rig = new Rig();
        using var watch = new MeterWatch(rig.Process);
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"), Make.Client("C2", "Birch"));
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100)), Make.Invoice("2", "C1", Make.Line(5)) with { DueDate = null }, Make.Journal("3", 10), Make.CreditNote("4", "C1", 7));
        rig.SyncWhole();

        Assert.Equal(
            "create/contact/succeeded=2, create/credit_note/succeeded=1, create/invoice/succeeded=1, create/journal/succeeded=1",
            watch.Sums("operations", "operation.action", "record.kind", "operation.outcome"));
        Assert.Equal("missing_due_date=1", watch.Sums("holds", "hold.reason"));
        Assert.Equal("completed=1", CountBy(watch, "run.duration", "run.outcome"));
        Assert.Equal("acquired=1", watch.Sums("lease.changes", "lease.change"));

        watch.Forget();
        rig.SyncWhole();
        Assert.Empty(watch.Of("operations"));
        Assert.Empty(watch.Of("holds"));
    }

    [Fact]
    public void Operation_whose_answer_is_lost_counts_as_unknown_and_again_once_it_is_settled()
    {
        using var rig = new Rig();
        using var watch = new MeterWatch(rig.Process);
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "PUT", Count = 3 });
        rig.Sync();
        Assert.Equal("create/unknown=1", watch.Sums("operations", "operation.action", "operation.outcome"));
        Assert.Contains(watch.Of("call.duration"), call => Equals(call["error.type"], "no_answer") && call["http.response.status_code"] is null);

        rig.WaitOutTheLongestFlight();
        rig.SyncWhole();
        Assert.Equal("create/succeeded=1, create/unknown=1", watch.Sums("operations", "operation.action", "operation.outcome"));
        Assert.Equal("outcome_unknown=1", watch.Sums("holds", "hold.reason"));
    }

    [Fact]
    public void Lag_counts_from_the_change_where_Kompass_tells_it_and_else_from_when_it_was_read()
    {
        using var rig = Rig.WithClient();
        using var watch = new MeterWatch(rig.Process);
        rig.Advance(TimeSpan.FromHours(1));
        rig.Invoices.Save(
            Make.Invoice("1", "C1", Make.Line(100)) with { ChangedAt = rig.Now - TimeSpan.FromMinutes(10) },
            Make.Invoice("2", "C1", Make.Line(1)) with { ChangedAt = rig.Now.AddYears(-3) },
            Make.Invoice("3", "C1", Make.Line(2)));
        var connectedFor = rig.Now - rig.Connection.ConnectedAt;
        rig.SyncWhole();

        var lags = watch.Of("lag").OrderBy(lag => lag.Value).ToList();
        Assert.Equal(["read", "changed", "changed"], lags.Select(lag => lag["lag.since"]));
        Assert.InRange(lags[0].Value, 0, 60);
        Assert.InRange(lags[1].Value, 600, 660);
        Assert.InRange(lags[2].Value, connectedFor.TotalSeconds, connectedFor.TotalSeconds + 60);
    }

    [Fact]
    public void Lag_of_a_record_that_was_held_counts_from_when_it_was_held_first()
    {
        using var rig = Rig.WithClient();
        using var watch = new MeterWatch(rig.Process);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(5)) with { DueDate = null });
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromHours(2));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(5)));
        rig.SyncWhole();

        Assert.InRange(Assert.Single(watch.Of("lag")).Value, 7200, 7300);
    }

    [Fact]
    public void Limits_and_token_age_are_those_of_now()
    {
        using var rig = Rig.WithClient();
        using var watch = new MeterWatch(rig.Process);
        rig.Advance(TimeSpan.FromMinutes(2));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();
        watch.Observe();
        var calls = watch.Of("call.duration").Count;
        Assert.InRange(Left("minute"), 60 - calls, 59);
        Assert.InRange(Left("day"), 4900, 4999);
        var age = Assert.Single(watch.Of("token.age")).Value;

        rig.Advance(TimeSpan.FromMinutes(2));
        watch.Observe();
        Assert.Equal(60, Left("minute"));
        Assert.Equal(age + 120, Assert.Single(watch.Of("token.age")).Value, 0.5);

        rig.Control.InjectFault(new(FaultKind.DayLimit) { RetryAfter = TimeSpan.FromHours(5) });
        Assert.Equal(SyncOutcome.Parked, rig.Sync().Outcome);
        watch.Observe();
        Assert.Equal(0, Left("day"));

        rig.Leap(TimeSpan.FromDays(2));
        watch.Observe();
        Assert.Empty(watch.Of("token.age"));

        double Left(string limit) => Assert.Single(watch.Of("limit.remaining"), left => Equals(left["limit"], limit)).Value;
    }

    [Fact]
    public void Bytes_are_those_of_the_bodies()
    {
        using var rig = Rig.WithClient();
        using var watch = new MeterWatch(rig.Process);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        rig.SyncWhole();

        var sent = Assert.Single(watch.Of("call.request.body.size"), call => Equals(call["http.request.method"], "PUT"));
        Assert.Equal("/Invoices", sent["url.template"]);
        Assert.InRange(sent.Value, 200, 2000);
        Assert.Contains(watch.Of("call.response.body.size"), call => Equals(call["url.template"], "/Invoices") && call.Value > 500);
    }

    [Fact]
    public void Lease_that_lapsed_is_taken_over_and_the_one_who_held_it_counts_it_as_lost()
    {
        using var rig = Rig.WithClient();
        using var watch = new MeterWatch(rig.Process);
        var journal = rig.Process.Get<ISyncJournal>();
        rig.Run(() => journal.TryAcquireAsync(rig.OrganisationId, "another process", TimeSpan.FromMinutes(1), default));
        rig.Advance(TimeSpan.FromSeconds(61));
        rig.Process.Journal.WhileBeginning = () =>
        {
            rig.Process.Journal.StandsStill = true;
            rig.Leap(TimeSpan.FromMinutes(2));
            rig.Process.Journal.StandsStill = false;
            rig.Run(() => journal.TryAcquireAsync(rig.OrganisationId, "a third process", TimeSpan.FromMinutes(1), default));
        };
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));

        Assert.Equal(SyncOutcome.Failed, rig.Sync().Outcome);
        Assert.Equal("lost=1, taken_over=1", watch.Sums("lease.changes", "lease.change"));
        Assert.Equal("failed=1", CountBy(watch, "run.duration", "run.outcome"));
    }

    [Fact]
    public void No_tag_names_a_client_a_document_or_a_secret()
    {
        using var rig = new Rig();
        using var watch = new MeterWatch(rig.Process);
        using var traces = new ActivityWatch(rig.Process);
        rig.Clients.Save(Make.Client("CLIENT-7", "Zyxwv Holdings"));
        rig.Invoices.Save(Make.Invoice("INV-9", "CLIENT-7", Make.Line(100)));
        rig.Control.InjectFault(new(FaultKind.ResponseLostAfterCommit) { Method = "PUT", Count = 3 });
        rig.Advance(TimeSpan.FromMinutes(40));
        rig.Sync();
        rig.WaitOutTheLongestFlight();
        rig.SyncWhole();
        watch.Observe();

        var contact = rig.ContactOf("CLIENT-7")!.Id.ToString();
        var texts = watch.All.SelectMany(measured => measured.Tags.Values)
            .Concat(traces.Ended.SelectMany(activity => activity.TagObjects.Select(tag => tag.Value).Append(activity.OperationName).Append(activity.StatusDescription)))
            .Select(value => $"{value}")
            .Distinct()
            .ToList();
        Assert.True(texts.Count > 20);
        Assert.DoesNotContain(texts, text => text.Contains("Zyxwv", StringComparison.Ordinal)
            || text.Contains("CLIENT-7", StringComparison.Ordinal) || text.Contains("INV-9", StringComparison.Ordinal)
            || text.Contains(contact, StringComparison.Ordinal) || text.Length > 60);
    }

    private static string CountBy(MeterWatch watch, string name, string tag) =>
        string.Join(", ", watch.Of(name).CountBy(measured => $"{measured[tag]}").Select(count => $"{count.Key}={count.Value}"));

    private static string Kind(Instrument instrument) => instrument.GetType().Name.Split('`')[0];

    private static string TagsOf(MeterWatch watch, Instrument instrument) => string.Join(' ', watch.All
        .Where(measured => measured.Name == instrument.Name)
        .SelectMany(measured => measured.Tags.Keys)
        .Distinct()
        .Order(StringComparer.Ordinal));
}
