using System.Diagnostics;
using Kompass.Accounting;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>One trace for each run: its plan, its application, and below them the calls.</summary>
public sealed class TraceTests
{
    [Fact]
    public void Run_holds_its_plan_and_its_application_and_they_hold_their_calls()
    {
        using var rig = Rig.WithClient();
        using var watch = new ActivityWatch(rig.Process);
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        var before = rig.Now;
        var result = rig.SyncWhole();

        var run = watch.Single("sync.run");
        var plan = watch.Single("sync.plan");
        var apply = watch.Single("sync.apply");
        Assert.Equal(default, run.ParentSpanId);
        Assert.Equal([plan, apply], watch.Below(run));
        Assert.Equal(rig.Control.Calls.Count(call => call.IsAccounting), watch.Ended.Count(activity => activity.Kind == ActivityKind.Client));
        Assert.Contains(watch.Below(plan), call => call.OperationName == "GET /Organisation");
        var put = Assert.Single(watch.Below(apply), call => call.OperationName == "PUT /Invoices");

        Assert.Equal("PUT", put.GetTagItem("http.request.method"));
        Assert.Equal(200, put.GetTagItem("http.response.status_code"));
        Assert.Equal("/Invoices", put.GetTagItem("url.template"));
        Assert.Equal(rig.OrganisationId.Value, put.GetTagItem("kompass.xero.organisation.id"));
        Assert.Equal(rig.Id.ToString(), run.GetTagItem("kompass.xero.configuration.id"));
        Assert.Equal(result.RunId.ToString(), run.GetTagItem("kompass.xero.run.id"));
        Assert.Equal("completed", run.GetTagItem("kompass.xero.run.outcome"));
        Assert.Equal(1, run.GetTagItem("kompass.xero.run.writes"));
        Assert.Equal(1, plan.GetTagItem("kompass.xero.plan.operations"));
        Assert.All(watch.Ended, activity => Assert.Equal(ActivityStatusCode.Unset, activity.Status));

        // Times are those of the injected clock, which is years away from the machine's.
        Assert.All(watch.Ended, activity => Assert.InRange(activity.StartTimeUtc, before.UtcDateTime, rig.Now.UtcDateTime));
        Assert.All(watch.Ended, activity => Assert.InRange(activity.Duration, TimeSpan.Zero, rig.Now - before + TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void Call_that_fails_marks_itself_and_the_run_that_it_ends()
    {
        using var rig = Rig.WithClient();
        using var watch = new ActivityWatch(rig.Process);
        rig.Control.InjectFault(new(FaultKind.Unavailable) { Count = null });
        rig.Clients.Save(Make.Client("C2", "Birch"));
        Assert.Equal(SyncOutcome.Failed, rig.Sync().Outcome);

        var run = watch.Single("sync.run");
        var plan = watch.Single("sync.plan");
        var call = Assert.Single(watch.Below(plan));
        Assert.All([run, plan, call], activity => Assert.Equal(ActivityStatusCode.Error, activity.Status));
        Assert.Equal("failed", run.GetTagItem("error.type"));
        Assert.Equal("unavailable", plan.GetTagItem("error.type"));
        Assert.Equal(503, call.GetTagItem("http.response.status_code"));
        Assert.Equal(3, call.GetTagItem("http.request.resend_count"));
        Assert.All(watch.Ended, activity => Assert.Empty(activity.Events));
    }

    [Fact]
    public void Day_limit_is_no_fault_of_the_run()
    {
        using var rig = Rig.WithClient();
        using var watch = new ActivityWatch(rig.Process);
        rig.Control.InjectFault(new(FaultKind.DayLimit) { RetryAfter = TimeSpan.FromHours(5) });
        Assert.Equal(SyncOutcome.Parked, rig.Sync().Outcome);

        Assert.Equal(ActivityStatusCode.Unset, watch.Single("sync.run").Status);
        Assert.Equal("parked", watch.Single("sync.run").GetTagItem("kompass.xero.run.outcome"));
        Assert.Equal(ActivityStatusCode.Error, watch.Ended.First(activity => activity.Kind == ActivityKind.Client).Status);
    }

    [Fact]
    public void Renewal_of_tokens_is_a_call_of_the_trace()
    {
        using var rig = Rig.WithClient();
        using var watch = new ActivityWatch(rig.Process);
        rig.Advance(TimeSpan.FromMinutes(40));
        rig.SyncWhole();

        var renewal = watch.Single("POST /connect/token");
        Assert.Equal(watch.Single("sync.run").TraceId, renewal.TraceId);
        Assert.Equal(200, renewal.GetTagItem("http.response.status_code"));
    }
}
