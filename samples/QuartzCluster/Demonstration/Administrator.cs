using System.Web;
using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace QuartzCluster;

/// <summary>What an administrator does on the pages before anything runs: a configuration for each organisation, connected, mapped and enabled.</summary>
internal static class Administrator
{
    private const string Name = "admin";

    /// <returns>Xero's id of each organisation and the configuration, by the name of the organisation.</returns>
    public static async Task<IReadOnlyDictionary<string, (Guid Tenant, ConfigurationId Configuration)>> SetUpAsync(
        NodeSettings settings, XeroEmulator xero, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddKompass(settings).BuildServiceProvider();
        var organisations = new Dictionary<string, (Guid, ConfigurationId)>();
        foreach (var organisation in KompassRecords.Organisations)
        {
            var tenant = xero.Control.AddOrganisation(organisation);
            organisations.Add(organisation, (tenant, await EnableAsync(services, xero, organisation, tenant, cancellationToken)));
        }

        return organisations;
    }

    private static async Task<ConfigurationId> EnableAsync(
        IServiceProvider services, XeroEmulator xero, string organisation, Guid tenant, CancellationToken cancellationToken)
    {
        var configurations = services.GetRequiredService<IConfigurationManager>();
        var connector = services.GetRequiredService<ILedgerConnector>();
        var id = (await configurations.CreateAsync([new(organisation)], Name, cancellationToken)).Id;
        var consent = await connector.BeginAsync(id, new(Name), cancellationToken);
        var answer = HttpUtility.ParseQueryString(xero.Control.Authorize(consent.Address, tenant).Query);
        await connector.CompleteAsync(new(answer["state"], answer["code"], answer["error"], consent.BrowserBinding), cancellationToken);

        var sales = xero.Control.Books(tenant).Accounts.Single(account => account.Code == "200").Id.ToString();
        await configurations.SaveMappingsAsync(id, MappingKind.TaxRate, [new(MappingKind.TaxRate, KompassRecords.VatRate, "OUTPUT2")], cancellationToken);
        await configurations.UpdateAsync(
            id,
            configuration => configuration with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = sales,
                CutOverDate = KompassRecords.CutOver,
                IsEnabled = true,
            },
            cancellationToken);
        return id;
    }
}
