namespace Kompass.Accounting;

/// <summary>
/// The ledger's accounts, items, tax rates and currencies as they were within the last five minutes: what pages and plans ask,
/// so that asking again costs no call. Thread-safe.
/// </summary>
public interface ILedgerLookup
{
    /// <summary>All accounts, archived ones included.</summary>
    Task<IReadOnlyList<LedgerAccount>> GetAccountsAsync(RemoteConnection connection, CancellationToken cancellationToken);

    /// <summary>All items.</summary>
    Task<IReadOnlyList<LedgerItem>> GetItemsAsync(RemoteConnection connection, CancellationToken cancellationToken);

    /// <summary>All tax rates, archived ones included.</summary>
    Task<IReadOnlyList<LedgerTaxRate>> GetTaxRatesAsync(RemoteConnection connection, CancellationToken cancellationToken);

    /// <summary>The currencies that the organisation uses, the base currency included.</summary>
    Task<IReadOnlyList<CurrencyCode>> GetCurrenciesAsync(RemoteConnection connection, CancellationToken cancellationToken);

    /// <summary>Forgets what is kept of an organisation, so that the next question is answered by the ledger.</summary>
    void Forget(RemoteOrganisationId organisation);
}
