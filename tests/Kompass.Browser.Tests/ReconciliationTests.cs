using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kompass.Browser.Tests;

/// <summary>A person decides upon a comparison on its page.</summary>
public sealed partial class ReconciliationTests(AdminHostFixture host) : IClassFixture<AdminHostFixture>
{
    private const string Organisation = "Larkfield Joinery & Interiors";
    private const string XeroOrganisation = "Larkfield Joinery & Interiors Ltd";
    private const int MostLooks = 300;

    [SkippableFact]
    [Trait("Article", "3.8")]
    [Trait("Article", "3.11")]
    [Trait("Article", "3.12")]
    [Trait("Article", "3.16")]
    [Trait("Article", "3.17")]
    public async Task Rows_are_linked_created_ignored_chosen_and_taken_back_by_mouse_and_keyboard()
    {
        var page = await host.SignInAsync("admin");
        await ConnectAsync(page);
        await CompareAsync(page);
        await page.TakeAsync("30-review");
        var open = await OpenAsync(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "High" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = TickAll() }).ClickAsync();
        await page.TakeAsync("31-review-ticked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Link the ticked rows" }).ClickAsync();
        await Assertions.Expect(page.GetByText("linked.").First).ToBeVisibleAsync();
        await page.TakeAsync("32-review-linked");
        var left = await OpenAsync(page);
        Assert.True(left < open);

        await page.GetByText("Decided just now").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Undo() }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 decision was taken back");
        Assert.Equal(left + 1, await OpenAsync(page));

        await page.GetByRole(AriaRole.Link, new() { Name = "No match" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Kompass client missing from Xero").Or(page.GetByText("Xero contact with no corresponding Kompass client")).First).ToBeVisibleAsync();
        await page.TakeAsync("33-review-no-match");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Ignoring() }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 row is ignored");

        await page.GetByRole(AriaRole.Link, new() { Name = "Medium" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Evidence() }).First.ClickAsync();
        await page.TakeAsync("34-evidence");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.TakeAsync("35-evidence-search");
        await page.GetByRole(AriaRole.Button, new() { Name = "Link to the chosen client" }).ClickAsync();
        await Assertions.Expect(page.GetByText("No client is chosen.")).ToBeVisibleAsync();
        await page.TakeAsync("36-evidence-refused");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to the comparison" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "All comparisons" }).ClickAsync();
        await page.TakeAsync("37-comparisons");
        await page.GoBackAsync();

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.GetByRole(AriaRole.Link, new() { NameRegex = AllRows() }).ClickAsync();
        await page.TakeAsync("38-review-dark");
        await page.SetViewportSizeAsync(400, 800);
        await page.TakeAsync("39-review-dark-narrow");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.TakeAsync("40-review-narrow");
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
    }

    private static async Task ConnectAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Configurations" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add", Exact = true }).ClickAsync();
        await page.GetByLabel(Organisation).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await GoAsync(page, "Authorize with Xero");
        await page.GetByLabel("Email address").FillAsync("ada@example.com");
        await page.GetByLabel("Password").FillAsync("any");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log in" }).ClickAsync();
        await page.GetByLabel(XeroOrganisation).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow access" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Connected to");
    }

    private static async Task CompareAsync(IPage page)
    {
        await GoAsync(page, "Compare contacts with Kompass clients (email CSV)");
        var done = page.GetByText("A download link was e-mailed");
        for (var looks = 0; await done.CountAsync() == 0; looks++)
        {
            Assert.True(looks < MostLooks, $"Nothing changed after {MostLooks} looks.");
            var refresh = page.GetByRole(AriaRole.Link, new() { Name = "Refresh" });
            if (await refresh.CountAsync() > 0)
            {
                await refresh.ClickAsync();
            }
        }
    }

    private static async Task<int> OpenAsync(IPage page)
    {
        var facts = await page.GetByText("Still to look at", new() { Exact = true }).Locator("..").InnerTextAsync();
        return int.Parse(StillOpen().Match(facts).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static async Task GoAsync(IPage page, string action)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Xero" }).GetByRole(AriaRole.Link, new() { Name = "Configurations", Exact = true }).ClickAsync();
        await page.GetByLabel($"Select {Organisation}").CheckAsync();
        await page.GetByLabel("Action").SelectOptionAsync(action);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go", Exact = true }).ClickAsync();
    }

    [GeneratedRegex(@"(\d+) of")]
    private static partial Regex StillOpen();

    [GeneratedRegex("^Tick all")]
    private static partial Regex TickAll();

    [GeneratedRegex("^Ignore (?!the)")]
    private static partial Regex Ignoring();

    [GeneratedRegex("^Undo: ")]
    private static partial Regex Undo();

    [GeneratedRegex("^Evidence about")]
    private static partial Regex Evidence();

    [GeneratedRegex(@"^All \d+$")]
    private static partial Regex AllRows();
}
