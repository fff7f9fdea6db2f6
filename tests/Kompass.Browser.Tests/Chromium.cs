using Microsoft.Playwright;

namespace Kompass.Browser.Tests;

/// <summary>Debian's Chromium. Absent under CI=true, the tests fail.</summary>
internal static class Chromium
{
    private const string Executable = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static void Require()
    {
        UnderCi.Only("The browser takes long to start");
        Assert.True(File.Exists(Executable), $"{Executable} is missing. Install the package chromium.");
    }

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
}
