using Kompass.Accounting;

namespace Quickstart;

/// <summary>Steps 4 and 5 of the article: mappings, settings, Enable.</summary>
internal static class ConfigureStep
{
    private static readonly DateOnly CutOver = new(2026, 3, 1);

    public static async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        context.Display.Step("Step 5: Map Items, Accounts, and Tax Rates");
        var accounts = await MapAsync(context, cancellationToken);

        context.Display.Step("Step 4: Configure Sync Settings and Enable");
        context.Configuration = await context.Configurations.UpdateAsync(
            context.Configuration.Id,
            configuration => configuration with
            {
                DefaultAccountId = accounts["200"],
                Modules = SyncModules.Clients | SyncModules.Invoices,
                CutOverDate = CutOver,
                IsEnabled = true,
            },
            cancellationToken);
        context.Display.Line($"Account default 200, modules {context.Configuration.Modules}, documents dated from {CutOver:yyyy-MM-dd}, enabled");
    }

    private static async Task<Dictionary<string, string>> MapAsync(JobContext context, CancellationToken cancellationToken)
    {
        var connection = (await ReloadAsync(context, cancellationToken)).Connection!;
        var accounts = (await context.Ledger.GetAccountsAsync(connection, cancellationToken))
            .Where(account => !string.IsNullOrEmpty(account.Code))
            .ToDictionary(account => account.Code!, account => account.Id);
        await SaveAsync(MappingKind.Account, context.Codes.Nominals, code => accounts[code]);
        await SaveAsync(MappingKind.Item, context.Codes.Departments, code => code);
        await SaveAsync(MappingKind.TaxRate, context.Codes.VatRates, code => code);
        return accounts;

        async Task SaveAsync(MappingKind kind, IEnumerable<KompassCode> codes, Func<string, string> remoteKey)
        {
            var mappings = codes
                .Where(code => code.XeroCode is not null)
                .Select(code => new CodeMapping(kind, code.Code, remoteKey(code.XeroCode!)))
                .ToList();
            await context.Configurations.SaveMappingsAsync(context.Configuration.Id, kind, mappings, cancellationToken);
            context.Display.Line($"{mappings.Count} mappings saved: {kind}");
        }
    }

    private static Task<SyncConfiguration> ReloadAsync(JobContext context, CancellationToken cancellationToken) =>
        context.Configurations.UpdateAsync(context.Configuration.Id, configuration => configuration, cancellationToken);
}
