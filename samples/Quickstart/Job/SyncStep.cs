using Kompass.Accounting;

namespace Quickstart;

/// <summary>The plan, the sync, and a second sync that has nothing to do.</summary>
internal static class SyncStep
{
    public static async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        context.Display.Step("Plan: what the sync would do");
        context.Plans++;
        var plan = await context.Display.ProgressAsync(progress => context.Sync.PlanAsync(context.Configuration.Id, progress, cancellationToken));
        var accounts = await context.Ledger.GetAccountsAsync(context.Configuration.Connection!, cancellationToken);
        PlanTables.Show(context.Display, plan, accounts);

        context.Display.Step("Sync");
        var result = await context.Display.ProgressAsync(progress => context.Sync.ApplyAsync(plan, progress, cancellationToken));
        context.Expect(result.Outcome == SyncOutcome.Completed, $"The sync ended {result.Outcome}: {result.Message}");
        context.Display.Line($"{result.Counts.Writes} records written, {result.Counts.Held} held");

        context.Display.Step("Second sync: nothing to do");
        var writesBefore = context.Writes();
        context.Plans++;
        var second = await context.Display.ProgressAsync(progress => context.Sync.RunAsync(context.Configuration.Id, progress, cancellationToken));
        context.SecondSyncWrites = context.Writes() - writesBefore;
        context.Expect(second.Outcome == SyncOutcome.Completed, $"The second sync ended {second.Outcome}: {second.Message}");
        context.Display.Line($"{context.SecondSyncWrites} writes");
    }
}
