using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kompass.Browser.Tests;

/// <summary>An administrator with the article in hand, who knows nothing but its words.</summary>
public sealed partial class ArticleTests(AdminHostFixture host) : IClassFixture<AdminHostFixture>
{
    private const string Organisation = "Larkfield Joinery & Interiors";
    private const string XeroOrganisation = "Larkfield Joinery & Interiors Ltd";
    private const int MostLooks = 500;

    [SkippableFact]
    [Trait("Article", "1.1")]
    [Trait("Article", "1.2")]
    [Trait("Article", "1.4")]
    [Trait("Article", "1.5")]
    [Trait("Article", "1.6")]
    [Trait("Article", "1.7")]
    [Trait("Article", "2.1")]
    [Trait("Article", "2.2")]
    [Trait("Article", "2.3")]
    [Trait("Article", "2.5")]
    [Trait("Article", "2.6")]
    [Trait("Article", "2.7")]
    [Trait("Article", "2.8")]
    [Trait("Article", "3.5")]
    [Trait("Article", "3.6")]
    [Trait("Article", "3.7")]
    [Trait("Article", "3.9")]
    [Trait("Article", "3.10")]
    [Trait("Article", "3.14")]
    [Trait("Article", "3.15")]
    [Trait("Article", "3.16")]
    [Trait("Article", "3.17")]
    [Trait("Article", "4.2")]
    [Trait("Article", "4.3")]
    [Trait("Article", "4.4")]
    [Trait("Article", "4.5")]
    [Trait("Article", "4.7")]
    [Trait("Article", "4.8")]
    [Trait("Article", "D.2")]
    [Trait("Article", "D.3")]
    [Trait("Article", "D.4")]
    [Trait("Article", "D.5")]
    public async Task Steps_of_the_article_lead_from_an_empty_list_to_a_running_sync_and_out_again()
    {
        var page = await host.SignInAsync("admin");
        await CreateConfigurationAsync(page);
        await AuthoriseAsync(page);
        var remaining = await CompareAsync(page, "07-comparison-done");
        var report = await OpenReportAsync(page);
        await LinkOneByHandAsync(page, report);
        Assert.True(await CompareAsync(page, "11-comparison-again") < remaining);
        await ImportAsync(page, await OpenReportAsync(page));
        await EnableAsync(page);
        await MapAsync(page);
        await SyncAsync(page);
        await LookAroundAsync(page);
        await DisconnectAsync(page);
    }

    private static async Task CreateConfigurationAsync(IPage page)
    {
        await page.TakeAsync("01-admin");
        await page.GetByRole(AriaRole.Link, new() { Name = "Configurations" }).ClickAsync();
        await page.TakeAsync("02-configurations-empty");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Select at least one Kompass organisation.")).ToBeVisibleAsync();
        await page.TakeAsync("03-add-refused");
        await page.GetByLabel(Organisation).CheckAsync();
        await Assertions.Expect(page.GetByLabel("Enable")).Not.ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The configuration was added");
    }

    private static async Task AuthoriseAsync(IPage page)
    {
        await GoAsync(page, "Authorize with Xero");
        await Assertions.Expect(page).ToHaveURLAsync(Consent());
        await page.TakeAsync("04-consent");
        await page.GetByLabel(XeroOrganisation).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow access" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"Connected to the Xero organisation '{XeroOrganisation}'");
        await page.TakeAsync("05-connected");
    }

    private static async Task<int> CompareAsync(IPage page, string screenshot)
    {
        await MenuAsync(page, "Configurations");
        await GoAsync(page, "Compare contacts with Kompass clients (email CSV)");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Reconciliations" })).ToBeVisibleAsync();
        await page.TakeAsync("06-comparison-under-way");
        var refresh = page.GetByRole(AriaRole.Link, new() { Name = "Refresh" });
        await LookUntilAsync(async () => !await refresh.IsVisibleAsync(), () => refresh.ClickAsync());
        await Assertions.Expect(page.GetByText("A download link was e-mailed to admin@kompass.example")).ToBeVisibleAsync();
        await page.TakeAsync(screenshot);
        var facts = await page.GetByText("Still to look at", new() { Exact = true }).Locator("..").InnerTextAsync();
        return int.Parse(Regex.Match(facts, @"(\d+) of").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<ReviewedFile> OpenReportAsync(IPage page)
    {
        var mails = await page.Context.NewPageAsync();
        await mails.GotoAsync(new Uri(host.Address, "/mails").AbsoluteUri);
        await mails.TakeAsync("08-mail");
        var download = await mails.RunAndWaitForDownloadAsync(() => mails.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Link).ClickAsync());
        await using var content = File.OpenRead(await download.PathAsync());
        var report = new ReviewedFile(content);
        await mails.CloseAsync();
        Assert.Superset(
            new HashSet<string> { "xero_uuid", "xero_name", "kompass_id", "kompass_name", "confidence", "decision" }, report.Columns.ToHashSet());
        return report;
    }

    private static async Task LinkOneByHandAsync(IPage page, ReviewedFile report)
    {
        var row = report.Rows.First(row => report.Cell(row, "band") == "high" && report.Cell(row, "xero_uuid").Length > 0);
        await MenuAsync(page, "Contacts");
        await page.TakeAsync("09-contacts-empty");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByLabel("Kompass client").SelectOptionAsync(report.Cell(row, "kompass_id"));
        await page.GetByLabel("Xero UUID").FillAsync(report.Cell(row, "xero_uuid"));
        await page.TakeAsync("10-contact-add");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is linked to the Xero contact");
    }

    private static async Task ImportAsync(IPage page, ReviewedFile report)
    {
        foreach (var row in report.Rows.Where(row => report.Cell(row, "status") == "candidate"))
        {
            report.Decide(row, report.Cell(row, "band") == "high" ? "link" : "ignore");
        }

        await MenuAsync(page, "Reconciliations");
        await page.GetByLabel("CSV file").SetInputFilesAsync(new FilePayload { Name = "reviewed.csv", MimeType = "text/csv", Buffer = report.Save() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Check file" }).ClickAsync();
        await page.TakeAsync("12-import-checked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("were imported");
        await MenuAsync(page, "Contacts");
        await page.TakeAsync("13-contacts");
    }

    private static async Task EnableAsync(IPage page)
    {
        await MenuAsync(page, "Configurations");
        await page.GetByRole(AriaRole.Link, new() { Name = Organisation }).ClickAsync();
        await page.TakeAsync("14-configuration");
        await page.GetByLabel("Account default").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Clients").CheckAsync();
        await page.GetByLabel("Invoices").CheckAsync();
        await page.GetByLabel("Cut-over date").FillAsync("2026-01-01");
        await page.GetByLabel("Enable").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is enabled");
        await page.TakeAsync("15-enabled");
    }

    private static async Task MapAsync(IPage page)
    {
        foreach (var (title, number) in new[] { ("Items", 16), ("Accounts", 17), ("Tax rates", 18) })
        {
            await MenuAsync(page, title);
            await page.Locator("tbody select").First.SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"{title} saved");
            await page.TakeAsync($"{number}-{title.Replace(' ', '-').ToLowerInvariant()}");
        }
    }

    private static async Task SyncAsync(IPage page)
    {
        await MenuAsync(page, "Plan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan now" }).ClickAsync();
        var planned = page.GetByText("Calls of Xero");
        await LookUntilAsync(async () => await planned.CountAsync() > 0, () => MenuAsync(page, "Plan"));
        await page.TakeAsync("20-plan");
        await MenuAsync(page, "Configurations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Home", Exact = true }).ClickAsync();
        await page.TakeAsync("20-home");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sync now" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The sync");
        var finished = page.GetByText("Completed", new() { Exact = true });
        await LookUntilAsync(async () => await finished.CountAsync() > 0, () => MenuAsync(page, "Runs"));
        await page.TakeAsync("21-runs");
        await MenuAsync(page, "Records");
        await Assertions.Expect(page.GetByText("What to do:").First).ToBeVisibleAsync();
        await page.TakeAsync("22-records");
        await page.GetByRole(AriaRole.Link, new() { Name = "Everything in Xero" }).ClickAsync();
        await page.TakeAsync("22-records-sent");
        await MenuAsync(page, "Audit trail");
        await page.TakeAsync("22-audit");
    }

    private static async Task LookAroundAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await MenuAsync(page, "Reconciliations");
        await page.TakeAsync("23-reconciliations-dark");
        await MenuAsync(page, "Configurations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Home", Exact = true }).ClickAsync();
        await page.TakeAsync("24-home-dark");
        await page.SetViewportSizeAsync(400, 800);
        await page.TakeAsync("24-home-dark-narrow");
        await MenuAsync(page, "Configurations");
        await page.TakeAsync("24-configurations-dark-narrow");
        await page.SetViewportSizeAsync(1280, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private static async Task DisconnectAsync(IPage page)
    {
        await MenuAsync(page, "Configurations");
        await GoAsync(page, "Disconnect from Xero");
        await page.TakeAsync("19-disconnect");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, disconnect" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The sync has stopped");
        await Assertions.Expect(page.GetByText("Not connected")).ToBeVisibleAsync();
    }

    /// <summary>Looks again and again, as a person does who waits, but not for ever.</summary>
    private static async Task LookUntilAsync(Func<Task<bool>> isThere, Func<Task> lookAgain)
    {
        for (var looks = 0; !await isThere(); looks++)
        {
            Assert.True(looks < MostLooks, $"Nothing changed after {MostLooks} looks.");
            await lookAgain();
        }
    }

    private static Task MenuAsync(IPage page, string title) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Xero" }).GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();

    private static async Task GoAsync(IPage page, string action)
    {
        await page.GetByLabel($"Select {Organisation}").CheckAsync();
        await page.GetByLabel("Action").SelectOptionAsync(action);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go", Exact = true }).ClickAsync();
    }

    [GeneratedRegex("/identity/connect/authorize")]
    private static partial Regex Consent();
}
