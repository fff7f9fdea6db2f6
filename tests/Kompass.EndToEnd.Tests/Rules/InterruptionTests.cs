using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>A run that is cancelled while Xero writes: what is under way is finished and recorded, and nothing more is sent.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public void Write_under_way_is_finished_and_recorded_and_the_next_run_goes_on()
    {
        using var rig = new Rig(new() { Xero = xero => xero.Latency = TimeSpan.FromSeconds(3) });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        rig.Invoices.Save(Make.Invoice("D1", "C1", Make.Line(10)));

        Interrupt(rig);

        Assert.Empty(rig.Unsettled);
        Assert.Equal(1, rig.Runs[0].Counts.ContactsCreated);
        Assert.Equal(SyncOutcome.Interrupted, rig.Runs[0].Outcome);
        Assert.Single(rig.Writes);
        Assert.Equal(1, rig.SyncWhole().Counts.Writes);
        Assert.Single(rig.Books.Contacts);
        Assert.Single(rig.Books.Invoices);
    }

    [Fact]
    public void Write_that_takes_too_long_is_given_up_as_unknown_and_settled_later()
    {
        using var rig = new Rig(new()
        {
            Xero = xero => xero.Latency = TimeSpan.FromSeconds(3),
            Sync = options => options.DrainTime = TimeSpan.FromSeconds(1),
        });
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));

        Interrupt(rig);

        Assert.Equal(OperationState.Unknown, Assert.Single(rig.Unsettled).State);
        rig.WaitOutTheLongestFlight();
        rig.SyncWhole();
        Assert.Empty(rig.Unsettled);
        Assert.Single(rig.Books.Contacts);
    }

    [Fact]
    public void Run_that_reads_for_longer_than_a_lease_lasts_keeps_it()
    {
        using var rig = new Rig(new() { Xero = xero => xero.Latency = TimeSpan.FromSeconds(25), Sync = options => options.LeaseDuration = TimeSpan.FromSeconds(10) });
        using var other = rig.StartBeside();
        rig.Clients.Save(Make.Client("C1", "Acme Ltd"));
        var outcomes = new List<SyncOutcome>();

        var result = rig.Run(async () =>
        {
            var run = rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, null, default);
            while (!run.IsCompleted)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), rig.Process.Get<TimeProvider>());
                if (!run.IsCompleted)
                {
                    outcomes.Add((await other.Get<ISyncOrchestrator>().RunAsync(rig.Id, null, default)).Outcome);
                }
            }

            return await run;
        });

        Assert.Equal(SyncOutcome.Completed, result.Outcome);
        Assert.NotEmpty(outcomes);
        Assert.All(outcomes, outcome => Assert.Equal(SyncOutcome.NotRun, outcome));
    }

    private static void Interrupt(Rig rig)
    {
        rig.Control.ClearCalls();
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => rig.Run(async () =>
        {
            var run = rig.Process.Get<ISyncOrchestrator>().RunAsync(rig.Id, null, stop.Token);
            while (!run.IsCompleted)
            {
                if (rig.Writes.Count > 0)
                {
                    stop.Cancel();
                }

                await Task.Delay(TimeSpan.FromMilliseconds(500), rig.Process.Get<TimeProvider>());
            }

            return await run;
        }));
    }
}
