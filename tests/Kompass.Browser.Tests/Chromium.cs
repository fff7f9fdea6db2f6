using Microsoft.Playwright;

namespace Kompass.Browser.Tests;

/// <summary>Debian's Chromium. Absent, the tests are skipped; under CI=true that is a failure.</summary>
internal static class Chromium
{
    private const string Executable = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static void Require()
    {
        var isMissing = !File.Exists(Executable);
        Assert.False(isMissing && Environment.GetEnvironmentVariable("CI") == "true", $"{Executable} is missing. Install the package chromium.");
        Skip.If(Environment.GetEnvironmentVariable("CI") != "true", "The browser takes longer than a newcomer waits: set CI=true to run it.");
        Skip.If(isMissing, $"{Executable} is missing. Install the package chromium to run the browser tests.");
    }

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
}
