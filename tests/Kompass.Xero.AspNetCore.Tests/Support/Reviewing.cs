using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Step 3 by the buttons of the pages.</summary>
internal static class Reviewing
{
    /// <summary>Chooses Compare contacts with Kompass clients, clicks Go, and waits for the end.</summary>
    public static async Task<ContactReview> CompareAsync(this AdminSite site, Browser browser, SyncConfiguration connected)
    {
        var answer = await browser.GoAsync(connected, "compare");
        Assert.Equal((302, $"/admin/xero/reconciliations?configuration={connected.Id}"), (answer.Status, answer.Location));
        Assert.Equal(JobState.Done, await site.EndOfAsync(connected.Id, JobKind.Comparison));
        return await site.ReviewAsync(connected);
    }

    public static async Task<ContactReview> ReviewAsync(this AdminSite site, SyncConfiguration connected) =>
        (await site.Get<IContactReview>().OpenAsync(connected.Id, null, default))!;

    /// <summary>Presses buttons of the page Reconciliations.</summary>
    public static Task<Answer> DecideAsync(
        this Browser browser, SyncConfiguration connected, ContactReview review, params (string Name, string Value)[] fields) => browser.SubmitAsync(
            $"/reconciliations?configuration={connected.Id}",
            $"/reconciliations/{review.Report.Id}/decide",
            [("configuration", connected.Id.ToString()), .. fields]);

    /// <summary>The row of a contact or of a client without one, by its name.</summary>
    public static ReviewedRow RowOf(this ContactReview review, string name) =>
        review.Rows.Single(row => (row.Row.Contact?.Name ?? row.Row.Client?.Name) == name);

    /// <summary>The link that stands in a letter.</summary>
    public static string LinkIn(Notification letter) =>
        new Uri(letter.Body.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
}
