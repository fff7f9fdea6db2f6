namespace Kompass.Accounting;

/// <summary>Mappings of an earlier integration. Whether their codes are fit for use is asked of the ledger's rules.</summary>
internal sealed class MappingRows(LedgerRules rules, LedgerCatalogueCache catalogue, IKompassCatalogue kompass)
{
    public async Task ReadAsync(
        TakeOverDraft draft,
        TableFile file,
        string codeColumn,
        RemoteConnection connection,
        CancellationToken cancellationToken)
    {
        if (file.Rows.Count == 0)
        {
            return;
        }

        var accounts = await catalogue.GetAccountsAsync(connection, cancellationToken);
        var codes = await kompass.GetAsync(cancellationToken);
        var lines = new Dictionary<CodeMapping, int>();
        foreach (var row in file.Rows)
        {
            if (KindOf(row[TakeOverColumns.Kind]) is not { } kind)
            {
                file.Add(row.Line, TakeOverColumns.Kind, $"'{row[TakeOverColumns.Kind]}' cannot be mapped. Write item, account or tax rate.");
                continue;
            }

            var key = row[codeColumn];
            if (kind == MappingKind.Account && accounts.FirstOrDefault(account => account.Code == key) is { } account)
            {
                key = account.Id;
            }

            var mapping = new CodeMapping(kind, row[TakeOverColumns.KompassCode], key);
            if (draft.Mappings.TryGetValue((kind, mapping.KompassCode), out var standing))
            {
                if (standing != mapping || lines.ContainsKey(standing))
                {
                    file.Add(row.Line, TakeOverColumns.KompassCode, $"'{mapping.KompassCode}' is mapped to {standing.RemoteKey} already, or named twice. Keep one of them.");
                }
                else
                {
                    draft.AlreadyThere++;
                }

                continue;
            }

            if (!Knows(codes, mapping))
            {
                draft.Warnings.Add(new("mappings", row.Line, TakeOverColumns.KompassCode, $"Kompass has no code '{mapping.KompassCode}' of the kind {kind} now."));
            }

            lines[mapping] = row.Line;
            draft.Add(mapping);
        }

        foreach (var kind in draft.NewMappings.GroupBy(mapping => mapping.Kind))
        {
            foreach (var mapping in kind)
            {
                foreach (var problem in await rules.CheckMappingsAsync(connection, kind.Key, [mapping], cancellationToken))
                {
                    file.Add(lines[mapping], codeColumn, problem.Message);
                }
            }
        }
    }

    private static MappingKind? KindOf(string text) => DocumentRows.Plain(text) switch
    {
        "item" or "department" or "service" => MappingKind.Item,
        "account" or "nominal" or "nominalaccount" => MappingKind.Account,
        "taxrate" or "vatrate" or "vat" or "tax" => MappingKind.TaxRate,
        _ => null,
    };

    private static bool Knows(KompassCatalogue codes, CodeMapping mapping) => mapping.Kind switch
    {
        MappingKind.Item => codes.Departments.Any(entry => entry.Code == mapping.KompassCode),
        MappingKind.Account => codes.NominalAccounts.Any(entry => entry.Code == mapping.KompassCode),
        _ => codes.VatRates.Any(rate => rate.Code == mapping.KompassCode),
    };
}
