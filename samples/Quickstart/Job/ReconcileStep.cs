using Kompass.Accounting;

namespace Quickstart;

/// <summary>Step 3 of the article: compare, review the CSV, link; twice, until only new clients remain.</summary>
internal static class ReconcileStep
{
    public static async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        context.Display.Step("Step 3: Reconcile Existing Xero Contacts");
        var first = await CompareAsync(context, "contacts-1.csv", cancellationToken);
        context.MatchedHigh = first.Rows.Count(row => row.Band == ConfidenceBand.High && row.Status == ReconciliationStatus.Candidate);
        ShowBands(context, first);
        await ReviewAsync(context, "contacts-1.csv", "contacts-1-reviewed.csv", Reviewer.AcceptHighBand, cancellationToken);

        var second = await CompareAsync(context, "contacts-2.csv", cancellationToken);
        context.Display.Line($"{first.Remaining} rows were open, {second.Remaining} remain");
        context.Expect(second.Remaining < first.Remaining, "The unmatched list has not shrunk after linking.");
        var reviewer = new Reviewer(context.Expected.Truth, context.Before.Contacts);
        await ReviewAsync(context, "contacts-2.csv", "contacts-2-reviewed.csv", reviewer.DecideRest, cancellationToken);

        var interlock = await context.Configurations.GetInterlockAsync(context.Configuration.Id, cancellationToken);
        context.Expect(interlock.IsOpen, interlock.Explanation);
        context.Display.Line(interlock.Explanation);
    }

    private static async Task<ReconciliationReport> CompareAsync(JobContext context, string file, CancellationToken cancellationToken)
    {
        context.Comparisons++;
        var report = await context.Display.ProgressAsync(progress =>
            context.Reconciler.CompareAsync(context.Configuration.Id, JobContext.Administrator, progress, cancellationToken));
        await using var csv = File.Create(context.Workplace.PathOf(file));
        await context.Reconciler.WriteCsvAsync(report, csv, cancellationToken);
        context.Display.Line($"{report.Rows.Count} rows written to {file}");
        return report;
    }

    private static async Task ReviewAsync(
        JobContext context,
        string file,
        string reviewedFile,
        Action<ReviewRow> decide,
        CancellationToken cancellationToken)
    {
        var reviewed = context.Workplace.PathOf(reviewedFile);
        ReviewSheet.Edit(context.Workplace.PathOf(file), reviewed, decide);
        var dryRun = await ImportAsync(context, reviewed, dryRun: true, cancellationToken);
        var import = await ImportAsync(context, reviewed, dryRun: false, cancellationToken);
        var again = await ImportAsync(context, reviewed, dryRun: false, cancellationToken);

        context.Linked += import.Links.Count;
        context.Display.Line($"{import.Links.Count} links imported from {reviewedFile} (the dry run said {dryRun.Links.Count})");
        context.Expect(import.IsImported, $"{reviewedFile} was refused: {string.Join(" ", import.Errors)}");
        context.Expect(dryRun.Links.Count == import.Links.Count, "The dry run promised another number of links.");
        context.Expect(again.Links.Count == 0 && again.Decisions.Count == 0, "Importing the same file twice changed something.");
    }

    private static async Task<ImportResult> ImportAsync(JobContext context, string path, bool dryRun, CancellationToken cancellationToken)
    {
        await using var csv = File.OpenRead(path);
        return await context.Reconciler.ImportAsync(context.Configuration.Id, csv, new(JobContext.Administrator, dryRun), cancellationToken);
    }

    private static void ShowBands(JobContext context, ReconciliationReport report) =>
        context.Display.Table(
            "Comparison",
            ["band", "rows", "for example"],
            report.Rows.GroupBy(row => row.Band).OrderByDescending(group => group.Key).Select(group => (IReadOnlyList<string>)
            [
                group.Key.ToString(),
                $"{group.Count()}",
                $"{group.First().Contact?.Name} / {group.First().Client?.Name}: {group.First().Reason}",
            ]));
}
