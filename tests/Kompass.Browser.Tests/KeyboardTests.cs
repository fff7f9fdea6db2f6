using Microsoft.Playwright;

namespace Kompass.Browser.Tests;

/// <summary>An administrator without a mouse.</summary>
public sealed class KeyboardTests(AdminHostFixture host) : IClassFixture<AdminHostFixture>
{
    private const int MostTabs = 60;

    [SkippableFact]
    public async Task Configuration_is_added_and_authorised_by_keyboard_alone()
    {
        var page = await host.SignInAsync("admin");
        await page.GotoAsync(new Uri(host.Address, "/admin/xero/configurations").AbsoluteUri);

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusedAsync(page));
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, "Add", "Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Add configuration" })).ToBeVisibleAsync();
        await PressAsync(page, "Larkfield Joinery & Interiors", "Space");
        await PressAsync(page, "Save", "Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The configuration was added");

        await PressAsync(page, "Action", "A");
        await PressAsync(page, "Select Larkfield Joinery & Interiors", "Space");
        await PressAsync(page, "Go", "Enter", backwards: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Log in to Xero" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Focus_is_seen_wherever_it_goes()
    {
        var page = await host.SignInAsync("admin");
        await page.GotoAsync(new Uri(host.Address, "/admin/xero/configurations/add").AbsoluteUri);
        var seen = new HashSet<string>();
        for (var tabs = 0; tabs < MostTabs && !seen.Contains("Cancel"); tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (name, outline) = (await FocusedAsync(page), await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            seen.Add(name);
            Assert.True(outline != "none", $"Nothing shows that {name} has the focus.");
        }

        Assert.Contains("Save", seen);
        Assert.Contains("Enable", seen);
    }

    /// <summary>Goes from one element to the next until the named one has the focus, then presses a key.</summary>
    private static async Task PressAsync(IPage page, string name, string key, bool backwards = false)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await FocusedAsync(page) == name)
            {
                await page.Keyboard.PressAsync(key);
                return;
            }

            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"{name} is not reached by the Tab key.");
    }

    /// <summary>What a person knows the element by that has the focus.</summary>
    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>(
        """
        (() => {
            const at = document.activeElement;
            return (at.getAttribute("aria-label") ?? at.labels?.[0]?.innerText ?? at.innerText ?? at.id).trim();
        })()
        """);
}
