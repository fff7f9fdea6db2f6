namespace Kompass.Accounting;

/// <summary>The organisation, accounts, items, tax rates and currencies of the ledger: implemented by the adapter. Thread-safe.</summary>
public interface ILedgerCatalogue
{
    /// <summary>Reads the organisation with its lock dates.</summary>
    Task<LedgerOrganisation> GetOrganisationAsync(RemoteConnection connection, CancellationToken cancellationToken);

    /// <summary>Reads all accounts, archived ones included.</summary>
    Task<IReadOnlyList<LedgerAccount>> GetAccountsAsync(RemoteConnection connection, CancellationToken cancellationToken);

    /// <summary>Reads all items.</summary>
    Task<IReadOnlyList<LedgerItem>> GetItemsAsync(RemoteConnection connection, CancellationToken cancellationToken);

    /// <summary>Reads all tax rates, archived ones included.</summary>
    Task<IReadOnlyList<LedgerTaxRate>> GetTaxRatesAsync(RemoteConnection connection, CancellationToken cancellationToken);

    /// <summary>Reads whether the organisation reminds customers of unpaid invoices; null where the ledger does not say, as by default.</summary>
    Task<bool?> GetSendsRemindersAsync(RemoteConnection connection, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);

    /// <summary>Reads the currencies that the organisation uses, the base currency included.</summary>
    Task<IReadOnlyList<CurrencyCode>> GetCurrenciesAsync(RemoteConnection connection, CancellationToken cancellationToken);
}
