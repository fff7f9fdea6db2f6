namespace Kompass.Accounting;

/// <summary>
/// The rules for which the ledger is asked: accounts, items and tax rates exist, are in use and are fit for what they are chosen for.
/// What is not found among records kept for a while is asked of the ledger itself before it is refused. Thread-safe.
/// </summary>
internal sealed class LedgerRules(LedgerCatalogueCache catalogue, ProviderDescriptor provider)
{
    /// <summary>Checks the account default and the default item, each where it is set and asked for.</summary>
    public Task<IReadOnlyList<ConfigurationProblem>> CheckDefaultsAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        bool account,
        bool item,
        CancellationToken cancellationToken) =>
        AskAsync(connection, () => DefaultsAsync(configuration, connection, account, item, cancellationToken));

    /// <summary>Checks the rounding account, where one is set.</summary>
    public Task<IReadOnlyList<ConfigurationProblem>> CheckRoundingAsync(
        DocumentSettings settings,
        RemoteConnection connection,
        CancellationToken cancellationToken) =>
        AskAsync(connection, () => RoundingAsync(settings.RoundingAccountId, connection, cancellationToken));

    /// <summary>Checks mappings of one kind.</summary>
    public Task<IReadOnlyList<ConfigurationProblem>> CheckMappingsAsync(
        RemoteConnection connection,
        MappingKind kind,
        IReadOnlyCollection<CodeMapping> mappings,
        CancellationToken cancellationToken) =>
        AskAsync(connection, () => MappingsAsync(connection, kind, mappings, cancellationToken));

    private async Task<IReadOnlyList<ConfigurationProblem>> AskAsync(
        RemoteConnection connection,
        Func<Task<IReadOnlyList<ConfigurationProblem>>> check)
    {
        var problems = await check();
        if (problems.Count == 0)
        {
            return problems;
        }

        // The account may have been added or restored a minute ago, to satisfy this very message.
        catalogue.Forget(connection.OrganisationId);
        return await check();
    }

    private async Task<IReadOnlyList<ConfigurationProblem>> DefaultsAsync(
        SyncConfiguration configuration,
        RemoteConnection connection,
        bool account,
        bool item,
        CancellationToken cancellationToken)
    {
        var problems = new List<ConfigurationProblem>();
        if (account && configuration.DefaultAccountId is { } accountId)
        {
            var accounts = await catalogue.GetAccountsAsync(connection, cancellationToken);
            if (DefaultAccountFault(accounts.FirstOrDefault(candidate => candidate.Id == accountId), accountId) is { } fault)
            {
                problems.Add(new(nameof(SyncConfiguration.DefaultAccountId), fault));
            }
        }

        if (item && configuration.DefaultItemCode is { } code)
        {
            var items = await catalogue.GetItemsAsync(connection, cancellationToken);
            if (ItemFault(items.FirstOrDefault(candidate => candidate.Code == code), code) is { } fault)
            {
                problems.Add(new(nameof(SyncConfiguration.DefaultItemCode), fault));
            }
        }

        return problems;
    }

    private async Task<IReadOnlyList<ConfigurationProblem>> RoundingAsync(string? id, RemoteConnection connection, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return [];
        }

        var account = (await catalogue.GetAccountsAsync(connection, cancellationToken)).FirstOrDefault(candidate => candidate.Id == id);
        var fault = account is null ? $"No account has the id or code '{id}' in {provider.DisplayName}. Choose one of its accounts."
            : !account.IsActive ? $"Account {account} is archived in {provider.DisplayName}. Restore it there, or choose another one."
            : !account.AcceptsRounding ? $"Account {account} takes no rounding line. Choose the rounding account, or one of income or expenses."
            : RoundingTax.Of(account, await catalogue.GetTaxRatesAsync(connection, cancellationToken)) is null
                ? $"Account {account} has no default tax rate of 0 %, so the tax of a rounding line would be a guess. "
                    + $"Give it one in {provider.DisplayName}, or choose another account."
            : null;
        return fault is null ? [] : [new(nameof(DocumentSettings.RoundingAccountId), fault)];
    }

    private async Task<IReadOnlyList<ConfigurationProblem>> MappingsAsync(
        RemoteConnection connection,
        MappingKind kind,
        IReadOnlyCollection<CodeMapping> mappings,
        CancellationToken cancellationToken)
    {
        if (mappings.Count == 0)
        {
            return [];
        }

        var fault = await FaultOfAsync(connection, kind, cancellationToken);
        return
        [
            .. mappings
                .Select(mapping => (mapping.KompassCode, Fault: fault(mapping.RemoteKey)))
                .Where(mapping => mapping.Fault is not null)
                .Select(mapping => new ConfigurationProblem($"{kind} '{mapping.KompassCode}'", $"'{mapping.KompassCode}': {mapping.Fault}")),
        ];
    }

    private async Task<Func<string, string?>> FaultOfAsync(RemoteConnection connection, MappingKind kind, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case MappingKind.Item:
                var items = (await catalogue.GetItemsAsync(connection, cancellationToken)).ToDictionary(item => item.Code);
                return key => ItemFault(items.GetValueOrDefault(key), key);
            case MappingKind.Account:
                var accounts = (await catalogue.GetAccountsAsync(connection, cancellationToken)).ToDictionary(account => account.Id);
                return key => AccountFault(accounts.GetValueOrDefault(key), key);
            case MappingKind.TaxRate:
                var rates = (await catalogue.GetTaxRatesAsync(connection, cancellationToken)).ToDictionary(rate => rate.TaxType);
                return key => TaxRateFault(rates.GetValueOrDefault(key), key);
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Mappings are of items, accounts or tax rates.");
        }
    }

    private string? DefaultAccountFault(LedgerAccount? account, string id) =>
        AccountFault(account, id)
        ?? (account!.AcceptsSales ? null : $"Account {account} takes no sales documents. Choose a revenue account.");

    private string? AccountFault(LedgerAccount? account, string id) =>
        account is null ? $"No account has the id '{id}' in {provider.DisplayName}. Choose one from the list."
        : !account.IsActive ? $"Account {account} is archived in {provider.DisplayName}. Restore it there, or choose another one."
        : !account.AcceptsSales && !account.AcceptsJournals ? $"Account {account} takes neither sales documents nor journals. "
            + "Choose another one."
        : null;

    private string? ItemFault(LedgerItem? item, string code) =>
        item is null ? $"No item has the code '{code}' in {provider.DisplayName}. Choose one from the list."
        : item.IsTracked ? $"Item {code} is tracked stock: an invoice would move it. Choose an item whose stock is not tracked."
        : !item.IsSold ? $"Item {code} is not sold in {provider.DisplayName}. Tick that it is sold there, or choose another one."
        : null;

    private string? TaxRateFault(LedgerTaxRate? rate, string taxType) =>
        rate is null ? $"No tax rate has the code '{taxType}' in {provider.DisplayName}. Choose one from the list."
        : !rate.IsActive ? $"Tax rate {rate.Name} is archived in {provider.DisplayName}. Choose one in use."
        : !rate.AcceptsSales ? $"Tax rate {rate.Name} ({taxType}) does not apply to revenue accounts in "
            + $"{provider.DisplayName}: it is one of purchases. Choose a tax rate of sales, even where the per cent is the same."
        : null;
}
