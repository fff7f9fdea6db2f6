using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Kompass.Browser.Tests;

/// <summary>Looks at a page: writes what is seen into a folder that git ignores, and has axe look for what keeps people out.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "screenshots")).FullName;

    private static readonly string[] Barring = ["serious", "critical"];

    public static async Task TakeAsync(this IPage page, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
        if (new Uri(page.Url).AbsolutePath.StartsWith("/admin", StringComparison.Ordinal))
        {
            await page.CheckAccessAsync(name);
        }
    }

    /// <summary>Asserts that axe has no serious or critical finding.</summary>
    private static async Task CheckAccessAsync(this IPage page, string name)
    {
        var found = await page.RunAxe();
        Assert.True(found.Passes.Length > 5, $"axe has not looked at {name}.");
        Assert.Empty(found.Violations.Where(violation => Barring.Contains(violation.Impact)).Select(violation => $"{name}: {Words(violation)}"));
    }

    private static string Words(AxeResultItem violation) =>
        $"{violation.Id}, {violation.Help}: {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}";
}
