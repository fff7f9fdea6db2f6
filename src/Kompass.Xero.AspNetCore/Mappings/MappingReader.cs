namespace Kompass.Xero.AspNetCore;

/// <summary>Gathers both sides of a mapping.</summary>
internal sealed class MappingReader(IKompassCatalogue catalogue, ILedgerLookup ledger, IMappingStore mappings)
{
    public async Task<MappingModel> ReadAsync(MappingKind kind, Selection selection, CancellationToken cancellationToken)
    {
        var model = new MappingModel(kind, selection);
        if (selection.Current is not { Connection: { } connection } configuration)
        {
            return model;
        }

        try
        {
            var choices = await ChoicesAsync(kind, connection, cancellationToken);
            var stored = (await mappings.GetMappingsAsync(connection.OrganisationId, cancellationToken))
                .Where(mapping => mapping.Kind == kind)
                .ToDictionary(mapping => mapping.KompassCode, mapping => mapping.RemoteKey, StringComparer.Ordinal);
            var entries = Entries(kind, await catalogue.GetAsync(cancellationToken));
            return model with
            {
                Choices = choices,
                Rows = [.. entries.Select(entry => new MappingRow(entry.Code, entry.Name, stored.GetValueOrDefault(entry.Code, "")))],
                DefaultItem = configuration.DefaultItemCode ?? "",
            };
        }
        catch (RemoteLedgerException failure)
        {
            return model with { Unavailable = $"Xero's side could not be read, so nothing can be changed now. {failure.Message}" };
        }
    }

    private static IEnumerable<(string Code, string Name)> Entries(MappingKind kind, KompassCatalogue known) => kind switch
    {
        MappingKind.Item => known.Departments.Select(entry => (entry.Code, entry.Name)),
        MappingKind.Account => known.NominalAccounts.Select(entry => (entry.Code, entry.Name)),
        _ => known.VatRates.Select(rate => (rate.Code, $"{rate.Name} ({Texts.Number(rate.Percent)}%)")),
    };

    private async Task<IReadOnlyList<MappingChoice>> ChoicesAsync(MappingKind kind, RemoteConnection connection, CancellationToken cancellationToken) => kind switch
    {
        MappingKind.Item =>
        [
            .. (await ledger.GetItemsAsync(connection, cancellationToken))
                .OrderBy(item => item.Code, StringComparer.Ordinal)
                .Select(item => new MappingChoice(item.Code, $"{item.Code} {item.Name}", item.IsTracked ? "tracked stock" : item.IsSold ? null : "not sold")),
        ],
        MappingKind.Account =>
        [
            .. (await ledger.GetAccountsAsync(connection, cancellationToken))
                .OrderBy(account => account.Code, StringComparer.Ordinal)
                .Select(account => new MappingChoice(account.Id, account.ToString(), !account.IsActive ? "archived" : account.AcceptsSales || account.AcceptsJournals ? null : "takes no postings")),
        ],
        _ =>
        [
            .. (await ledger.GetTaxRatesAsync(connection, cancellationToken))
                .OrderBy(rate => rate.Name, StringComparer.Ordinal)
                .Select(rate => new MappingChoice(rate.TaxType, $"{rate.Name} ({Texts.Number(rate.Percent)}%, {rate.TaxType})", WhyUnusable(rate))),
        ],
    };

    private static string? WhyUnusable(LedgerTaxRate rate) =>
        !rate.IsActive ? "archived" : rate.AcceptsSales ? null : "of purchases";
}
