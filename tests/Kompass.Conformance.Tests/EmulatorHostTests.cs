using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Kompass.Conformance.Tests;

/// <summary>samples/EmulatorHost as a program: what any client in any language is pointed at.</summary>
public sealed class EmulatorHostTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Help_explains_every_option_and_seed()
    {
        var (code, output, error) = await EndAsync("--help");

        Assert.Equal((0, ""), (code, error));
        Assert.All(
            ["--urls", "--seed", "--json", "--with-token", "--redirect-uri", "demo", "demo-nz", "lived-in", "lived-in-plain", "large"],
            word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--seed", "nope", "There is no seed named 'nope'. The seeds are 'demo', 'demo-nz', 'lived-in', 'lived-in-plain', 'large';")]
    [InlineData("--urls", "https://example.com", "loopback only")]
    [InlineData("--urls", "http://localhost:5555/xero", "holds more than an origin. The emulator serves all of an origin: say http://localhost:5555 instead.")]
    [InlineData("--urls", "http://localhost:5555/?a=b", "holds more than an origin")]
    [InlineData("--urls", "http://localhost:5555#a", "holds more than an origin")]
    [InlineData("--redirect-uri", "http://127.0.0.1:5080/callback", "cannot be registered as a redirect address")]
    [InlineData("--redirect-uri", "http://kompass.example/callback", "cannot be registered as a redirect address")]
    [InlineData("--redirect-uri", "https://kompass.example/callback#a", "cannot be registered as a redirect address")]
    [InlineData("--redirect-uri", "callback", "cannot be registered as a redirect address")]
    [InlineData("--nonsense", "1", "'--nonsense' is not understood")]
    public async Task Wrong_command_line_is_told_with_the_usage(string option, string value, string inError)
    {
        var (code, output, error) = await EndAsync(option, value);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(inError, error, StringComparison.Ordinal);
        Assert.DoesNotContain("null", error, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Usage:", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_that_is_taken_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var (code, _, error) = await EndAsync("--urls", $"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");

        Assert.Equal(1, code);
        Assert.Contains("Choose another port with --urls", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_line_with_all_that_a_client_needs_and_the_page_shows_the_books()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var process = Start("--urls", "http://localhost:0", "--seed", "large", "--json", "--with-token",
            "--redirect-uri", "https://kompass.example/one", "--redirect-uri", "http://localhost:5080/two");
        try
        {
            using var line = JsonDocument.Parse((await process.StandardOutput.ReadLineAsync(patience.Token))!);
            Assert.Equal(
                [
                    "authorizeUrl", "tokenUrl", "revocationUrl", "connectionsUrl", "apiUrl", "clientId", "clientSecret", "tenantId", "accessToken",
                    "refreshToken",
                ],
                line.RootElement.EnumerateObject().Select(member => member.Name));
            string Said(string name) => line.RootElement.GetProperty(name).GetString()!;

            using var client = new HttpClient();
            client.DefaultRequestHeaders.Add("Authorization", $"Bearer {Said("accessToken")}");
            client.DefaultRequestHeaders.Add("xero-tenant-id", Said("tenantId"));
            client.DefaultRequestHeaders.Add("Accept", "application/json");
            var contacts = await client.GetStringAsync(new Uri(Said("apiUrl") + "/Contacts?page=1&pageSize=1"), patience.Token);
            Assert.Contains("\"itemCount\":9800", contacts, StringComparison.Ordinal);
            Assert.Contains(Said("tenantId"), await client.GetStringAsync(new Uri(Said("connectionsUrl")), patience.Token), StringComparison.Ordinal);

            Assert.Contains("Allow", await ConsentPageAsync("http://localhost:5080/two"), StringComparison.Ordinal);
            Assert.Contains("Invalid redirect_uri", await ConsentPageAsync("https://kompass.example/three"), StringComparison.Ordinal);

            var page = await client.GetStringAsync(new Uri(new Uri(Said("apiUrl")), "/"), patience.Token);
            Assert.All(
                [
                    "Northern Trade Supplies Ltd", "Contacts (10000)", "The last 50 of 10000 are shown; 9950 are left out.", "Invoices (44000)",
                    "The last 50 of 44000 are shown; 43950 are left out.", "Last calls", "/api.xro/2.0/Contacts",
                ],
                text => Assert.Contains(text, page, StringComparison.Ordinal));

            async Task<string> ConsentPageAsync(string redirect)
            {
                using var answer = await client.GetAsync(
                    new Uri($"{Said("authorizeUrl")}?response_type=code&client_id={Said("clientId")}&scope=openid&redirect_uri={Uri.EscapeDataString(redirect)}"), patience.Token);
                return await answer.Content.ReadAsStringAsync(patience.Token);
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<(int Code, string Output, string Error)> EndAsync(params string[] arguments)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var process = Start(arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Repository.EmulatorHost, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
