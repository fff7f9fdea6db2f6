using System.Web;
using Kompass.Accounting;
using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection;

namespace TelemetrySample;

/// <summary>Connects, configures and syncs, as an administrator and the worker do.</summary>
internal static class Job
{
    private const string Administrator = "admin";

    public static async Task<SyncResult> RunAsync(IServiceProvider services, XeroEmulator xero, CancellationToken cancellationToken)
    {
        var configurations = services.GetRequiredService<IConfigurationManager>();
        var connector = services.GetRequiredService<ILedgerConnector>();
        var tenant = xero.Control.Organisations[0].Id;

        var id = (await configurations.CreateAsync([Records.Organisation], Administrator, cancellationToken)).Id;
        var consent = await connector.BeginAsync(id, new(Administrator), cancellationToken);
        var answer = HttpUtility.ParseQueryString(xero.Control.Authorize(consent.Address, tenant).Query);
        await connector.CompleteAsync(new(answer["state"], answer["code"], answer["error"], consent.BrowserBinding), cancellationToken);

        var sales = xero.Control.Books(tenant).Accounts.Single(account => account.Code == "200").Id.ToString();
        await configurations.SaveMappingsAsync(id, MappingKind.TaxRate, [new(MappingKind.TaxRate, Codes.Standard, "OUTPUT2")], cancellationToken);
        await configurations.UpdateAsync(
            id,
            configuration => configuration with
            {
                Modules = SyncModules.Clients | SyncModules.Invoices,
                DefaultAccountId = sales,
                CutOverDate = Records.CutOver,
                IsEnabled = true,
            },
            cancellationToken);
        return await services.GetRequiredService<ISyncOrchestrator>().RunAsync(id, progress: null, cancellationToken);
    }
}
