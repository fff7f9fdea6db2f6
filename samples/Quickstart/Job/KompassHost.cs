using Kompass.Xero.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Quickstart;

/// <summary>The host: what a Kompass developer writes to plug the packages in.</summary>
internal static class KompassHost
{
    public static IHost Build(Workplace workplace, EmulatorEndpoints xero)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services
            .AddKompassXero(options =>
            {
                options.ClientId = "kompass-emulator";
                options.ClientSecret = "emulator-secret";
                options.RedirectUri = Organisation.Callback;
                options.Endpoints = new()
                {
                    Authorize = xero.AuthorizeUrl,
                    Token = xero.TokenUrl,
                    Revocation = xero.RevocationUrl,
                    Connections = xero.ConnectionsUrl,
                    Api = xero.ApiUrl,
                };
            })
            .UseSqlite($"Data Source={workplace.Database}", options => options.KeyRingDirectory = workplace.Folder)
            .AddClientSource<KompassClients>()
            .AddInvoiceSource<KompassInvoices>()
            .AddCatalogue<KompassCodes>();
        return builder.Build();
    }
}
