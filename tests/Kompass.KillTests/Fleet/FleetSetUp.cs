using System.Web;
using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Kills;

/// <summary>What an administrator does before the nodes start: a configuration for each organisation, connected, mapped and enabled.</summary>
internal static class FleetSetUp
{
    private const int MostAttempts = 10;

    /// <returns>Xero's organisation of each load.</returns>
    public static async Task<IReadOnlyList<Guid>> RunAsync(FleetArguments fleet, XeroEmulator xero, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddFleet(fleet);
        await using var provider = services.BuildServiceProvider();
        var tenants = new List<Guid>();
        foreach (var load in FleetLoads.All)
        {
            var tenant = xero.Control.AddOrganisation($"Books of {load.Organisation}");
            await EnableAsync(provider, xero, load.Organisation, tenant, cancellationToken);
            tenants.Add(tenant);
        }

        return tenants;
    }

    public static async Task<ConfigurationId> EnableAsync(
        IServiceProvider services, XeroEmulator xero, KompassOrganisationId organisation, Guid tenant, CancellationToken cancellationToken)
    {
        var manager = services.GetRequiredService<IConfigurationManager>();
        var connector = services.GetRequiredService<ILedgerConnector>();
        var id = (await manager.CreateAsync([organisation], "ada", cancellationToken)).Id;
        var result = await ConnectAsync(connector, xero, id, tenant, cancellationToken);
        for (var attempt = 1; result.Outcome != ConnectOutcome.Connected; attempt++)
        {
            // Where the machine is busy, a call may last longer than a clock allows that goes twenty times as fast.
            result = attempt < MostAttempts
                ? await ConnectAsync(connector, xero, id, tenant, cancellationToken)
                : throw new InvalidOperationException(result.Message);
        }

        var accounts = xero.Control.Books(tenant).Accounts.Where(account => account.Code is not null).ToLookup(account => account.Code!, account => account.Id.ToString());
        await manager.SaveMappingsAsync(
            id,
            MappingKind.Account,
            [new(MappingKind.Account, "4000", accounts["200"].First()), new(MappingKind.Account, "2100", accounts["835"].First())],
            cancellationToken);
        await manager.SaveMappingsAsync(id, MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "OUTPUT2")], cancellationToken);
        await manager.UpdateAsync(
            id,
            current => current with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = accounts["260"].First(),
                CutOverDate = new(2026, 9, 1),
                IsEnabled = true,
            },
            cancellationToken);
        return id;
    }

    private static async Task<ConnectResult> ConnectAsync(
        ILedgerConnector connector, XeroEmulator xero, ConfigurationId id, Guid tenant, CancellationToken cancellationToken)
    {
        var request = await connector.BeginAsync(id, new("ada"), cancellationToken);
        var back = HttpUtility.ParseQueryString(xero.Control.Authorize(request.Address, tenant).Query);
        return await connector.CompleteAsync(new(back["state"], back["code"], back["error"], request.BrowserBinding), cancellationToken);
    }
}
