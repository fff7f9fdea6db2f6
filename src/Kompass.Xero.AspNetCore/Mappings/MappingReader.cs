namespace Kompass.Xero.AspNetCore;

/// <summary>Gathers both sides of a mapping, with what is suggested and what is wrong.</summary>
internal sealed class MappingReader(IKompassCatalogue catalogue, ILedgerLookup ledger, MappingLedger offered, IMappingStore mappings)
{
    public async Task<MappingModel> ReadAsync(MappingKind kind, Selection selection, int page, CancellationToken cancellationToken)
    {
        var model = new MappingModel(kind, selection);
        if (selection.Current is not { Connection: { } connection } configuration)
        {
            return model;
        }

        try
        {
            var stored = await mappings.GetMappingsAsync(connection.OrganisationId, cancellationToken);
            var check = new MappingCheck(kind, await offered.ReadAsync(kind, connection, cancellationToken));
            var rows = Rows(kind, await catalogue.GetAsync(cancellationToken), stored).Select(check.Judge).ToList();
            model = model with
            {
                Choices = check.Choices,
                Rows = rows,
                Page = Math.Clamp(page, 1, new PageList<MappingRow>([], 1, rows.Count).Pages),
                DefaultItem = kind == MappingKind.Item ? DefaultItem(check, configuration.DefaultItemCode ?? "") : null,
                DefaultWarning = kind == MappingKind.Account && configuration.DefaultAccountId is { } id ? check.WarningOf(id) : null,
            };
            return kind == MappingKind.Item ? model : model with { Clashes = await ClashesAsync(configuration, connection, stored, cancellationToken) };
        }
        catch (RemoteLedgerException failure)
        {
            return model with { Unavailable = $"Xero's side could not be read, so nothing can be changed now. {failure.Message}" };
        }
    }

    private static MappingRow DefaultItem(MappingCheck check, string code) =>
        new(0, new("", ""), "Default item", code) { Warning = check.WarningOf(code) };

    private static IEnumerable<MappingRow> Rows(MappingKind kind, KompassCatalogue known, IEnumerable<CodeMapping> mappings)
    {
        var stored = mappings.Where(mapping => mapping.Kind == kind).ToDictionary(mapping => mapping.KompassCode, mapping => mapping.RemoteKey, StringComparer.Ordinal);
        (MappingSubject Subject, string Name)[] entries = kind switch
        {
            MappingKind.Item => [.. known.Departments.Select(entry => (new MappingSubject(entry.Code, entry.Name), entry.Name))],
            MappingKind.Account => [.. known.NominalAccounts.Select(entry => (new MappingSubject(entry.Code, entry.Name), entry.Name))],
            _ => [.. known.VatRates.Select(rate => (new MappingSubject(rate.Code, rate.Name, rate.Percent), $"{rate.Name} ({Texts.Number(rate.Percent)}%)"))],
        };

        // What Kompass lists no more is shown too: documents may still name it, and nothing is dropped unseen.
        var retired = stored.Keys.Except(entries.Select(entry => entry.Subject.Code)).Order(StringComparer.Ordinal);
        return entries
            .Concat(retired.Select(code => (new MappingSubject(code, ""), "No longer in Kompass")))
            .Select((entry, place) => new MappingRow(place + 1, entry.Item1, entry.Item2, stored.GetValueOrDefault(entry.Item1.Code, "")));
    }

    private async Task<IReadOnlyList<TaxClash>> ClashesAsync(
        SyncConfiguration configuration, RemoteConnection connection, IReadOnlyList<CodeMapping> stored, CancellationToken cancellationToken)
    {
        var accounts = stored.Where(mapping => mapping.Kind == MappingKind.Account).Select(mapping => mapping.RemoteKey).Append(configuration.DefaultAccountId).ToHashSet();
        var rates = stored.Where(mapping => mapping.Kind == MappingKind.TaxRate).Select(mapping => mapping.RemoteKey).ToHashSet();
        return TaxClash.Find(
            (await ledger.GetAccountsAsync(connection, cancellationToken)).Where(account => accounts.Contains(account.Id)),
            [.. (await ledger.GetTaxRatesAsync(connection, cancellationToken)).Where(rate => rates.Contains(rate.TaxType))]);
    }
}
