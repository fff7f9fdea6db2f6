using System.Web;
using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kompass.Xero.Tests;

/// <summary>The whole package against the strict emulator in process, on one fake clock.</summary>
internal sealed class EmulatorBench : IDisposable
{
    private readonly ServiceProvider _provider;
    private int _keys;

    private EmulatorBench(Action<EmulatorOptions>? configure, Action<XeroOptions>? options)
    {
        Time = new FakeTimeProvider(Clock.Start);
        var emulatorOptions = new EmulatorOptions { Clock = Time };
        configure?.Invoke(emulatorOptions);
        Emulator = new XeroEmulator(emulatorOptions);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<IEntropy>(new CountingEntropy());
        services.AddSingleton<ICredentialStore>(new MemoryCredentialStore(Time));
        services.AddSingleton<IConfigurationStore>(Configurations);
        services.AddKompassXero(options ?? (_ => { })).UseEmulator(Emulator);
        _provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeTimeProvider Time { get; }

    public XeroEmulator Emulator { get; }

    public EmulatorControl Control => Emulator.Control;

    public Guid Tenant => Control.TenantId;

    public BooksSnapshot Books => Control.Books(Tenant);

    public MemoryConfigurationStore Configurations { get; } = new();

    public RemoteConnection Connection { get; private set; } = null!;

    public IContactStore Contacts => Get<IContactStore>();

    public IContactActivity Activity => Get<IContactActivity>();

    public IDocumentStore Documents => Get<IDocumentStore>();

    public ILedgerCatalogue Catalogue => Get<ILedgerCatalogue>();

    public ILedgerConnector Connector => Get<ILedgerConnector>();

    public IdempotencyKey Key() => new($"key-{_keys++}");

    public static async Task<EmulatorBench> ConnectedAsync(Action<EmulatorOptions>? configure = null, Action<XeroOptions>? options = null)
    {
        var bench = new EmulatorBench(configure, options);
        bench.Connection = (await bench.ConnectAsync(bench.Configurations.Add(1).Id, bench.Tenant)).Connection!;
        bench.Control.ClearCalls();
        return bench;
    }

    public async Task<ConnectResult> ConnectAsync(ConfigurationId id, params Guid[] tenants)
    {
        var request = await Connector.BeginAsync(id, new("ann"), default);
        var back = HttpUtility.ParseQueryString(Control.Authorize(request.Address, tenants).Query);
        return await Connector.CompleteAsync(new(back["state"], back["code"], back["error"], request.BrowserBinding), default);
    }

    public Task<T> RunAsync<T>(Task<T> task) => Time.RunAsync(task, TimeSpan.FromMinutes(30));

    public async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> stream)
    {
        return await RunAsync(CollectAsync());

        async Task<List<T>> CollectAsync()
        {
            var all = new List<T>();
            await foreach (var item in stream)
            {
                all.Add(item);
            }

            return all;
        }
    }

    private T Get<T>()
        where T : notnull
    {
        Clock.Detach();
        return _provider.GetRequiredService<T>();
    }

    public void Dispose() => _provider.Dispose();
}
