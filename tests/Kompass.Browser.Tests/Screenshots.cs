using Microsoft.Playwright;

namespace Kompass.Browser.Tests;

/// <summary>Writes what was seen into a folder that git ignores, to be looked at.</summary>
internal static class Screenshots
{
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "screenshots")).FullName;

    public static Task TakeAsync(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true });
}
