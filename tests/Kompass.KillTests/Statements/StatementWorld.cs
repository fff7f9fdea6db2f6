using Kompass.Accounting;
using Kompass.Accounting.EntityFrameworkCore;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Kompass.Kills;

/// <summary>One process with an organisation of its own, in a database that it shares with others.</summary>
internal sealed class StatementWorld : IAsyncDisposable
{
    // Longer than a request may travel.
    private static readonly TimeSpan Leap = TimeSpan.FromMinutes(9);

    private readonly ShiftedClock _clock = new(TimeSpan.Zero);
    private readonly WarningList _warnings = new();
    private readonly FleetDatabase _database;
    private readonly XeroEmulator _xero;
    private readonly ServiceProvider _services;
    private readonly SweepLoad _load;
    private ConfigurationId _id;

    private StatementWorld(FleetDatabase database, KompassOrganisationId organisation)
    {
        _database = database;
        _load = new(organisation);
        _xero = new(new() { Clock = _clock, IdSeed = organisation.Value, PerDay = 1_000_000 });
        Strike = new(database);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<ILoggerProvider>(_warnings);
        services.AddSingleton<IClientSource>(new LoadClients(_load, () => Life));
        services.AddSingleton<IInvoiceSource>(new LoadInvoices(_load, () => Life));
        services.AddSingleton<IKompassCatalogue>(new KompassCodes());
        services.AddKompassXero(_ => { }).UseEmulator(_xero).UsePostgreSql(database.ConnectionString);
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()));
        var store = (StoreDatabase)services.Last(service => service.ServiceType == typeof(StoreDatabase)).ImplementationInstance!;
        services.Replace(ServiceDescriptor.Singleton<StoreDatabase>(new StruckDatabase(store, Strike)));
        _services = services.BuildServiceProvider();
    }

    public Strike Strike { get; }

    public int Life { get; set; } = 1;

    /// <summary>How many warnings the product has logged.</summary>
    public int Warnings => _warnings.Entries.Count;

    private RemoteOrganisationId Organisation => new(_xero.Control.TenantId.ToString());

    public static async Task<StatementWorld> CreateAsync(FleetDatabase database, int number, CancellationToken cancellationToken)
    {
        var organisation = new KompassOrganisationId($"KO{number}");
        var world = new StatementWorld(database, organisation);
        world._id = await FleetSetUp.EnableAsync(world._services, world._xero, organisation, world._xero.Control.TenantId, cancellationToken);
        return world;
    }

    public Task<SyncResult> SyncAsync(CancellationToken cancellationToken) =>
        _services.GetRequiredService<ISyncOrchestrator>().RunAsync(_id, null, cancellationToken);

    /// <summary>Lets what was leased lapse, and what was sent arrive.</summary>
    public async Task WaitAsync()
    {
        _clock.Shift += Leap;
        await _database.LetLapseAsync(Organisation.Value);
    }

    /// <summary>Compares the books with Kompass.</summary>
    /// <returns>How many operations are not settled.</returns>
    public async Task<int> CheckAsync(KillReport report, CancellationToken cancellationToken)
    {
        var books = new BooksCheck(_xero, _xero.Control.TenantId, _load, report);
        books.NothingTwice();
        books.Everything(Life);
        return (await _services.GetRequiredService<ISyncJournal>().GetUnsettledAsync(Organisation, cancellationToken)).Count;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
