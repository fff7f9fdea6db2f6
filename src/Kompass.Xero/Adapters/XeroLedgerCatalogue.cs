using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>The organisation and its reference data.</summary>
internal sealed class XeroLedgerCatalogue(XeroApi api, XeroTenants tenants) : ILedgerCatalogue
{
    public async Task<LedgerOrganisation> GetOrganisationAsync(RemoteConnection connection, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(connection, XeroResources.Organisation, cancellationToken);
        return found is [var organisation, ..]
            ? CatalogueMap.Organisation(organisation, connection)
            : throw new RemoteLedgerException(RemoteFault.Unavailable, "KX3002 Xero answered without the organisation. It is tried again later.");
    }

    public async Task<IReadOnlyList<LedgerAccount>> GetAccountsAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(connection, XeroResources.Accounts, cancellationToken)).Where(a => BatchOutcomes.IsId(a.AccountID)).Select(CatalogueMap.Account)];

    public async Task<IReadOnlyList<LedgerItem>> GetItemsAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(connection, XeroResources.Items, cancellationToken)).Where(i => !string.IsNullOrEmpty(i.Code)).Select(CatalogueMap.Item)];

    public async Task<IReadOnlyList<LedgerTaxRate>> GetTaxRatesAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        [.. (await ReadAsync(connection, XeroResources.TaxRates, cancellationToken)).Where(t => !string.IsNullOrEmpty(t.TaxType)).Select(CatalogueMap.TaxRate)];

    public async Task<bool?> GetSendsRemindersAsync(RemoteConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(connection, XeroResources.Reminders, cancellationToken) is [var settings, ..] ? settings.Enabled : null;
        }
        catch (RemoteLedgerException e) when (e.Fault is RemoteFault.PermissionMissing or RemoteFault.NotFound or RemoteFault.Refused or RemoteFault.Unavailable)
        {
            // Not to know is an answer too: somebody has to acknowledge that reminders may be sent.
            return null;
        }
    }

    public async Task<IReadOnlyList<CurrencyCode>> GetCurrenciesAsync(RemoteConnection connection, CancellationToken cancellationToken)
    {
        var currencies = new List<CurrencyCode>();
        foreach (var found in await ReadAsync(connection, XeroResources.Currencies, cancellationToken))
        {
            if (CurrencyCode.TryParse(found.Code, out var currency))
            {
                currencies.Add(currency);
            }
        }

        return currencies;
    }

    private Task<IReadOnlyList<TRead>> ReadAsync<TRead, TWrite>(
        RemoteConnection connection, XeroResource<TRead, TWrite> resource, CancellationToken cancellationToken)
        where TRead : class
        where TWrite : class =>
        RemoteFaults.TranslateAsync(async () =>
            (await api.ReadAsync(tenants.For(connection), resource, XeroQuery.All, cancellationToken)).Value);
}
