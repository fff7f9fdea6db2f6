using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Web;
using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>
/// Connects, works, fails, renews and disconnects, and looks for every secret that was handed out on the way: in pages and headers, logs of
/// every category, traces of every source, and the bytes of the database.
/// </summary>
[Trait("Security", "secrets")]
public sealed class SecretTests : IAsyncLifetime, IDisposable
{
    /// <summary>The host's own log of requests quotes the address that Xero calls: the code and the state in it are spent by then.</summary>
    private const string RequestLog = "Microsoft.AspNetCore.Hosting.Diagnostics";

    private readonly string _folder = Directory.CreateTempSubdirectory("kompass-secrets-").FullName;
    private readonly LogSink _logs = new();
    private readonly ConcurrentQueue<Activity> _traces = new();
    private readonly StringBuilder _pages = new();
    private readonly HashSet<string> _secrets = [AdminSite.Secret];
    private readonly HashSet<string> _spent = [];
    private readonly ActivityListener _listener;
    private AdminSite _site = null!;
    private Browser _browser = null!;

    public SecretTests()
    {
        _listener = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _traces.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(replace: services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
            services.AddKompassXero(_ => { }).UseSqlite($"Data Source={Path.Combine(_folder, "kompass.db")}");
        });
        _browser = _site.Browser();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _logs.Dispose();
    }

    public async Task DisposeAsync()
    {
        Dispose();
        _browser.Dispose();
        await _site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Secrets_are_found_in_no_page_log_trace_or_database()
    {
        var configuration = await _site.AddConfigurationAsync(_browser);
        await ConsentAsync(configuration, refuse: true);
        await ConsentAsync(configuration, refuse: false);
        await BrowseAsync(configuration);
        await FailAsync(configuration);
        await SeeAsync(_browser.SubmitAsync("/configurations", $"/configurations/{configuration.Id}/disconnect"));
        Assert.Null((await _site.Get<IConfigurationStore>().GetAsync(configuration.Id, default))!.Connection);

        Assert.True(_secrets.Count >= 8, $"Only {_secrets.Count} secrets were handed out.");
        Assert.All(_secrets.Concat(_spent), secret => Assert.True(secret.Length >= 8, secret));
        AssertNone("pages", _pages.ToString(), _secrets);
        AssertNone("traces", string.Join('\n', _traces.Select(Text)), [.. _secrets, .. _spent]);
        AssertNone("logs", Logs(isRequestLog: false), [.. _secrets, .. _spent]);
        AssertNone("log of requests", Logs(isRequestLog: true), _secrets);
        AssertNotStored();
    }

    private static void AssertNone(string where, string text, IEnumerable<string> secrets)
    {
        Assert.NotEmpty(text);
        foreach (var secret in secrets)
        {
            var at = text.IndexOf(secret, StringComparison.Ordinal);
            Assert.True(at < 0, at < 0 ? "" : $"A secret stands in the {where}: {text[Math.Max(0, at - 200)..at]}");
        }
    }

    private static string Text(Activity activity) => string.Join(
        ' ',
        [
            activity.DisplayName, activity.StatusDescription,
            .. activity.TagObjects.Concat(activity.Baggage.Select(entry => KeyValuePair.Create(entry.Key, (object?)entry.Value))).Select(tag => $"{tag.Key}={tag.Value}"),
            .. activity.Events.SelectMany(entry => entry.Tags).Select(tag => $"{tag.Key}={tag.Value}"),
        ]);

    private string Logs(bool isRequestLog) =>
        string.Join('\n', _logs.Lines.Where(line => line.Category == RequestLog == isRequestLog).Select(line => line.Text));

    private void AssertNotStored()
    {
        var stored = Directory.EnumerateFiles(_folder).SelectMany(Bytes).ToArray();
        Assert.True(Contains(stored, "North"u8.ToArray()) || Contains(stored, "configurations"u8.ToArray()));
        foreach (var secret in _secrets.Concat(_spent))
        {
            var bytes = Encoding.UTF8.GetBytes(secret);
            Assert.False(Contains(stored, bytes) || Contains(stored, Encoding.Unicode.GetBytes(secret)) || Contains(stored, Encoding.UTF8.GetBytes(Convert.ToBase64String(bytes))));
        }
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static bool Contains(byte[] haystack, byte[] needle) => haystack.AsSpan().IndexOf(needle) >= 0;

    /// <summary>Out to Xero and back, noting each secret of the way.</summary>
    private async Task ConsentAsync(SyncConfiguration configuration, bool refuse)
    {
        var atXero = await AdminSite.BeginAsync(_browser, configuration);
        _spent.Add(HttpUtility.ParseQueryString(atXero.Query)["state"]!);
        await NoteAsync("xero-consent:");
        var back = refuse ? _site.Xero.Control.Refuse(atXero) : _site.Xero.Control.Authorize(atXero);
        if (HttpUtility.ParseQueryString(back.Query)["code"] is { } code)
        {
            _spent.Add(code);
        }

        var answer = await SeeAsync(_browser.GetAsync(back.PathAndQuery));
        await SeeAsync(_browser.FollowAsync(answer));
        await NoteAsync("xero:");
    }

    private async Task BrowseAsync(SyncConfiguration configuration)
    {
        await Samples.EnableAsync(_site, configuration with { Connection = (await _site.Get<IConfigurationStore>().GetAsync(configuration.Id, default))!.Connection });
        foreach (var path in (string[])["/configurations", $"/configurations/{configuration.Id}", $"/configurations/{configuration.Id}/home", "/contacts", "/items", "/accounts", "/tax-rates", "/audit"])
        {
            Assert.Equal(200, (await SeeAsync(_browser.GetAsync(path))).Status);
        }

        await SeeAsync(_browser.GoAsync(configuration, "compare"));
        await _site.EndOfAsync(configuration.Id, JobKind.Comparison);
        await SeeAsync(_browser.GetAsync("/reconciliations"));
        Assert.Equal(SyncOutcome.Completed, (await _site.Get<ISyncOrchestrator>().RunAsync(configuration.Id, null, default)).Outcome);
    }

    /// <summary>The identity service is away, then back with new tokens; the API refuses one, and at last Xero forgets the consent.</summary>
    private async Task FailAsync(SyncConfiguration configuration)
    {
        var control = _site.Xero.Control;
        _site.Clock.Advance(TimeSpan.FromMinutes(40));
        control.InjectFault(new(FaultKind.Unavailable) { PathPrefix = "/connect/token", Count = null });
        Assert.Contains("could not be read", (await SeeAsync(_browser.GetAsync($"/accounts?configuration={configuration.Id}"))).Text, StringComparison.Ordinal);
        control.ClearFaults();
        Assert.Equal(SyncOutcome.Completed, (await _site.Get<ISyncOrchestrator>().RunAsync(configuration.Id, null, default)).Outcome);
        await NoteAsync("xero:");

        _site.Clock.Advance(TimeSpan.FromMinutes(40));
        control.IssueTokens();
        Assert.Equal(SyncOutcome.ReconnectRequired, (await _site.Get<ISyncOrchestrator>().RunAsync(configuration.Id, null, default)).Outcome);
        Assert.Contains("Reconnect required", (await SeeAsync(_browser.GetAsync($"/configurations/{configuration.Id}/home"))).Text, StringComparison.Ordinal);
        await SeeAsync(_browser.GetAsync($"/accounts?configuration={configuration.Id}"));
        await ConsentAsync(configuration, refuse: false);
    }

    /// <summary>Remembers what the store holds in clear: verifiers, access and refresh tokens.</summary>
    private async Task NoteAsync(string prefix)
    {
        var store = _site.Get<ICredentialStore>();
        foreach (var id in await store.ListAsync(prefix, default))
        {
            using var payload = JsonDocument.Parse((await store.GetAsync(id, default))!.Payload);
            var root = payload.RootElement.TryGetProperty("Tokens", out var tokens) ? tokens : payload.RootElement;
            foreach (var name in (string[])["CodeVerifier", "AccessToken", "RefreshToken", "PreviousRefreshToken"])
            {
                if (root.TryGetProperty(name, out var secret) && secret.ValueKind == JsonValueKind.String)
                {
                    _secrets.Add(secret.GetString()!);
                }
            }
        }
    }

    private async Task<Answer> SeeAsync(Task<Answer> asked)
    {
        var answer = await asked;
        _pages.AppendLine(answer.Html).AppendLine(answer.Location);
        _pages.AppendJoin('\n', answer.Headers.Select(header => $"{header.Key}: {header.Value}"));
        return answer;
    }
}
