using System.Diagnostics;
using System.Web;
using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kompass.Benchmarks;

/// <summary>One configuration of a size that is measured, synced by the real engine over PostgreSQL.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly XeroEmulator _xero;
    private readonly SteppedClock _clock;
    private readonly GeneratedClients _clients;
    private readonly GeneratedInvoices _invoices;
    private readonly KompassOrganisationId _owner;
    private readonly List<(double Wall, double Cpu)> _unchanged = [];
    private ConfigurationId _configuration;

    public StoreHost(string database, XeroEmulator xero, SteppedClock clock, IDataProtectionProvider keys, int linked)
    {
        (_xero, _clock, Linked, _owner) = (xero, clock, linked, new($"measured-{linked}"));
        _clients = new(linked / 10, _owner);
        _invoices = new(linked - (linked / 10), linked / 10, _owner);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IClientSource>(_clients);
        services.AddSingleton<IInvoiceSource>(_invoices);
        services.AddSingleton<IKompassCatalogue>(new GeneratedCodes(_owner));
        services.AddKompassXero(_ => { }).UseEmulator(xero).UsePostgreSql(database);
        services.Replace(ServiceDescriptor.Singleton(keys));
        _services = services.BuildServiceProvider();
    }

    public int Linked { get; }

    public IConfigurationStore Configurations => _services.GetRequiredService<IConfigurationStore>();

    public IJournalUpkeep Journal => _services.GetRequiredService<IJournalUpkeep>();

    /// <summary>Connects, maps and enables as an administrator does, and sends everything.</summary>
    public async Task SetUpAsync(CancellationToken cancellationToken)
    {
        var tenant = _xero.Control.AddOrganisation($"Books of {_owner}");
        var manager = _services.GetRequiredService<IConfigurationManager>();
        var connector = _services.GetRequiredService<ILedgerConnector>();
        _configuration = (await manager.CreateAsync([_owner], "ada", cancellationToken)).Id;
        var request = await connector.BeginAsync(_configuration, new("ada"), cancellationToken);
        var back = HttpUtility.ParseQueryString(_xero.Control.Authorize(request.Address, tenant).Query);
        await connector.CompleteAsync(new(back["state"], back["code"], back["error"], request.BrowserBinding), cancellationToken);
        var accounts = _xero.Control.Books(tenant).Accounts.Where(account => account.Code is not null).ToDictionary(account => account.Code!, account => account.Id.ToString());
        await manager.SaveMappingsAsync(_configuration, MappingKind.Account, [new(MappingKind.Account, "4000", accounts["200"])], cancellationToken);
        await manager.SaveMappingsAsync(_configuration, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")], cancellationToken);
        await manager.UpdateAsync(
            _configuration,
            configuration => configuration with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = accounts["260"],
                CutOverDate = new(2026, 9, 1),
                IsEnabled = true,
            },
            cancellationToken);
        await RunAsync(cancellationToken);
    }

    /// <summary>Runs until nothing is to be done and everything that a run needs is compiled.</summary>
    public async Task SettleAsync(int runs, CancellationToken cancellationToken)
    {
        for (var run = 0; run < runs; run++)
        {
            await RunAsync(cancellationToken);
        }
    }

    /// <summary>Measures one run while nothing changes.</summary>
    public async Task MeasureUnchangedAsync(CancellationToken cancellationToken) => _unchanged.Add(await TimeAsync(cancellationToken));

    /// <summary>Measures a run that looks at every record, and one after a change.</summary>
    public async Task<StoreRun> MeasureAsync(CancellationToken cancellationToken)
    {
        _clock.Step(TimeSpan.FromDays(1));
        var whole = await TimeAsync(cancellationToken);
        await SettleAsync(3, cancellationToken);
        _invoices.ChangeOne();
        var changed = await TimeAsync(cancellationToken);
        return new(Linked, Median(_unchanged.Select(run => run.Wall)), Median(_unchanged.Select(run => run.Cpu)), changed.Wall, whole.Wall);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return Math.Round(sorted[sorted.Count / 2], 2);
    }

    private async Task<(double Wall, double Cpu)> TimeAsync(CancellationToken cancellationToken)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.GetTimestamp();
        await RunAsync(cancellationToken);
        return (Math.Round(Stopwatch.GetElapsedTime(wall).TotalMilliseconds, 2), (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _clock.Step(TimeSpan.FromMinutes(15));
        var result = await _services.GetRequiredService<ISyncOrchestrator>().RunAsync(_configuration, null, cancellationToken);
        if (result is not { Outcome: SyncOutcome.Completed, Counts.Held: 0 })
        {
            throw new InvalidOperationException($"The sync of {_owner} ended {result.Outcome}, {result.Counts.Held} held: {result.Message}");
        }
    }
}
