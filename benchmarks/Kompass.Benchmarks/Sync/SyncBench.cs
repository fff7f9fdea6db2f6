using System.Web;
using Kompass.Accounting;
using Kompass.Xero;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Benchmarks;

/// <summary>The real engine over a database in a file, connected to the emulator in its own process, on virtual time.</summary>
internal sealed class SyncBench : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kompass-sync-").FullName;
    private readonly CallTotals _totals = new();
    private readonly EmulatorProcess _emulator;
    private readonly ServiceProvider _services;
    private readonly TimeSpan _latency;
    private ConfigurationId _configuration;

    public SyncBench(int contacts, int invoices, TimeSpan latency)
    {
        _latency = latency;
        _emulator = EmulatorProcess.Start();
        Clients = new(contacts);
        Invoices = new(invoices, contacts);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IClientSource>(Clients);
        services.AddSingleton<IInvoiceSource>(Invoices);
        services.AddSingleton<IKompassCatalogue>(new GeneratedCodes());
        services
            .AddKompassXero(options =>
            {
                options.ClientId = "kompass-emulator";
                options.ClientSecret = "emulator-secret";
                options.RedirectUri = new("http://localhost/xero/callback");
                options.Endpoints = XeroEndpoints.At(_emulator.Root);
            })
            .UsePrimaryHandler(_ => new EmulatorLink(_emulator, Time, _latency, _totals))
            .UseSqlite($"Data Source={Path.Combine(_folder, "sync.db")}");
        _services = services.BuildServiceProvider();
    }

    public VirtualTime Time { get; } = new();

    public GeneratedClients Clients { get; }

    public GeneratedInvoices Invoices { get; }

    /// <summary>Creates, connects, maps and enables a configuration, as an administrator does.</summary>
    public void SetUp() => _configuration = Time.Run(async () =>
    {
        var tenant = _emulator.Control(HttpMethod.Get, "organisations")![0]!["id"]!.GetValue<string>();
        var manager = _services.GetRequiredService<IConfigurationManager>();
        var id = (await manager.CreateAsync([GeneratedClients.Organisation], "ada", default)).Id;
        var connector = _services.GetRequiredService<ILedgerConnector>();
        var request = await connector.BeginAsync(id, new("ada"), default);
        var consent = _emulator.Control(HttpMethod.Post, "consent", new { authorizeUrl = request.Address.AbsoluteUri, tenants = new[] { tenant } })!;
        var back = HttpUtility.ParseQueryString(new Uri(consent["location"]!.GetValue<string>()).Query);
        var result = await connector.CompleteAsync(new(back["state"], back["code"], back["error"], request.BrowserBinding), default);
        if (result.Outcome != ConnectOutcome.Connected)
        {
            throw new InvalidOperationException($"The bench could not connect: {result.Message}");
        }

        var accounts = _emulator.Control(HttpMethod.Get, $"organisations/{tenant}/books")!["accounts"]!.AsArray();
        await manager.SaveMappingsAsync(id, MappingKind.Account, [new(MappingKind.Account, "4000", Account("200"))], default);
        await manager.SaveMappingsAsync(id, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")], default);
        await manager.UpdateAsync(
            id,
            configuration => configuration with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = Account("260"),
                CutOverDate = new(2026, 9, 1),
            },
            default);
        await manager.UpdateAsync(id, configuration => configuration with { IsEnabled = true }, default);
        return id;

        string Account(string code) => accounts.First(account => account!["code"]?.GetValue<string>() == code)!["id"]!.GetValue<string>();
    });

    /// <summary>Runs the sync, as often as asked for with a pause before each further time, and says what one run took.</summary>
    public SyncPhase Measure(string name, int leastCalls, int repeats = 1, TimeSpan pause = default)
    {
        if (repeats == 1)
        {
            Time.Advance(TimeSpan.FromMinutes(2));
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        PeakMemory.Forget();
        _totals.Clear();
        var read = RecordsRead;
        var (seconds, cpu) = (0.0, TimeSpan.Zero);
        SyncResult result = null!;
        for (var run = 0; run < repeats; run++)
        {
            var begun = Time.GetUtcNow();
            var before = Environment.CpuUsage.TotalTime;
            result = Sync();
            cpu += Environment.CpuUsage.TotalTime - before;
            seconds += (Time.GetUtcNow() - begun).TotalSeconds;
            Time.Advance(pause);
        }

        return new()
        {
            Phase = name,
            Calls = _totals.Calls / repeats,
            LowerBoundCalls = leastCalls,
            VirtualSeconds = Math.Round(seconds / repeats, 3),
            LowerBoundSeconds = Math.Round(LowerBound.Seconds(leastCalls, _latency), 3),
            BytesReceived = _totals.BytesReceived / repeats,
            BytesSent = _totals.BytesSent / repeats,
            CpuSeconds = Math.Round(cpu.TotalSeconds / repeats, 3),
            PeakMegabytes = PeakMemory.Megabytes(),
            Writes = result.Counts.Writes,
            Held = result.Counts.Held,
            MostInFlight = _totals.MostInFlight,
            Refused = _totals.Refused,
            RecordsRead = (RecordsRead - read) / repeats,
            CpuMicrosecondsPerRecord = Math.Round(cpu.TotalMicroseconds / repeats / (Clients.Count + Invoices.Count), 1),
        };
    }

    public void Dispose()
    {
        _services.Dispose();
        _emulator.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private int RecordsRead => Clients.Read + Invoices.Read;

    // As the worker does: a run that was parked at the day's limit goes on when it said.
    private SyncResult Sync()
    {
        while (true)
        {
            var result = Time.Run(() => _services.GetRequiredService<ISyncOrchestrator>().RunAsync(_configuration, null, default));
            switch (result)
            {
                case { Outcome: SyncOutcome.Completed }:
                    return result;
                case { Outcome: SyncOutcome.Parked, RetryAt: { } at } when at > Time.GetUtcNow():
                    Time.Advance(at - Time.GetUtcNow());
                    break;
                default:
                    throw new InvalidOperationException($"The sync ended {result.Outcome}: {result.Message}");
            }
        }
    }
}
