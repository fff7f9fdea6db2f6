using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>What of Kompass cannot be read: the run fails where everybody sees it, and the next one makes up for it.</summary>
public sealed class SourceFailureTests
{
    [Theory]
    [InlineData("IClientSource")]
    [InlineData("IInvoiceSource")]
    [InlineData("IKompassCatalogue")]
    public void Run_whose_source_throws_is_recorded_as_failed_and_the_next_one_makes_up_for_it(string port)
    {
        using var rig = WithWork();
        Fail(rig, port, new InvalidOperationException("The database is being moved."));

        var result = rig.Sync();

        Assert.Equal(SyncOutcome.Failed, result.Outcome);
        var run = rig.Runs[0];
        Assert.Equal((result.RunId, SyncOutcome.Failed, result.Message), (run.Id, run.Outcome!.Value, run.Message));
        Assert.Equal((rig.Now, new SyncCounts()), (run.FinishedAt!.Value, run.Counts));
        Assert.All(
            [port, "The database is being moved.", "Nothing was sent", "next run tries again"],
            part => Assert.Contains(part, run.Message!, StringComparison.Ordinal));
        Assert.Empty(rig.Books.Invoices);

        Fail(rig, port, null);
        Assert.Equal(2, rig.SyncWhole().Counts.Writes);
    }

    [Fact]
    public void Source_that_goes_on_failing_is_one_run_of_the_list()
    {
        using var rig = WithWork();
        var begun = rig.Now;
        Fail(rig, "IClientSource", new InvalidOperationException("The database is being moved."));
        rig.Sync();
        rig.Advance(TimeSpan.FromMinutes(15));
        Fail(rig, "IClientSource", new TimeoutException("No answer."));

        rig.Sync();

        var run = Assert.Single(rig.Runs);
        Assert.Equal((begun, rig.Now), (run.StartedAt, run.FinishedAt!.Value));
        Assert.Contains("No answer.", run.Message!, StringComparison.Ordinal);
        Assert.Equal(run.Id, rig.Runs[0].Id);
    }

    [Fact]
    public void Source_that_failed_for_weeks_counts_as_an_absence()
    {
        using var rig = WithWork();
        rig.SyncWhole();
        rig.Advance(TimeSpan.FromMinutes(15));
        rig.Invoices.Save(Make.Invoice("2", "C1", Make.Line(5)));
        Fail(rig, "IInvoiceSource", new InvalidOperationException("The database is being moved."));
        rig.Sync();
        rig.LeapAndTend(TimeSpan.FromDays(29));
        rig.Sync();
        rig.LeapAndTend(TimeSpan.FromDays(29));
        rig.Sync();
        Fail(rig, "IInvoiceSource", null);

        var result = rig.Sync();

        Assert.Equal(SyncOutcome.NotRun, result.Outcome);
        Assert.Contains("Nothing was synced since 2026-11-02", result.Message!, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_that_fails_at_a_later_part_leaves_what_was_sent_and_counts_it()
    {
        using var rig = new Rig(new() { Sync = options => options.DocumentsAtOnce = 3 });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Enumerable.Range(1, 5).Select(number => Make.Invoice($"{number}", "C1", Make.Line(number))));
        var progress = new OncePlanned(() => Fail(rig, "IClientSource", new InvalidOperationException("Gone.")));

        var result = rig.Run(() => rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, progress, default));

        Assert.Equal((SyncOutcome.Failed, 3), (result.Outcome, result.Counts.InvoicesCreated));
        Assert.Equal([SyncOutcome.Completed, SyncOutcome.Failed], rig.Runs.Select(run => run.Outcome!.Value).Order());
        Fail(rig, "IClientSource", null);
        Assert.Equal(2, rig.SyncWhole().Counts.InvoicesCreated);
    }

    [Fact]
    public void Run_that_was_cancelled_is_no_failure_of_a_source()
    {
        using var rig = WithWork();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Fail(rig, "IClientSource", new OperationCanceledException(stop.Token));

        Assert.ThrowsAny<OperationCanceledException>(() => rig.Run(() => rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, null, stop.Token)));
        Assert.Empty(rig.Runs);
    }

    [Fact]
    public void Source_that_gave_up_waiting_has_failed_though_it_calls_that_cancelled()
    {
        using var rig = WithWork();
        Fail(rig, "IInvoiceSource", new TaskCanceledException("The request timed out."));

        Assert.Equal(SyncOutcome.Failed, rig.Sync().Outcome);
        Assert.Contains("timed out", Assert.Single(rig.Runs).Message!, StringComparison.Ordinal);
    }

    private static Rig WithWork()
    {
        var rig = new Rig();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("1", "C1", Make.Line(100)));
        return rig;
    }

    private static void Fail(Rig rig, string port, Exception? failure)
    {
        switch (port)
        {
            case "IClientSource":
                rig.Clients.Failure = failure;
                break;
            case "IInvoiceSource":
                rig.Invoices.Failure = failure;
                break;
            default:
                rig.Codes.Failure = failure;
                break;
        }
    }

    private sealed class OncePlanned(Action then) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value)
        {
            if (value.Stage == "Planning")
            {
                then();
            }
        }
    }
}
