namespace Kompass.Accounting;

/// <summary>
/// Accounts, items, tax rates and currencies of each organisation, kept for five minutes. The organisation itself is never
/// kept here: its lock dates have to be those of the moment. A read that failed or was cancelled is not kept. Thread-safe.
/// </summary>
internal sealed class LedgerCatalogueCache(ILedgerCatalogue catalogue, TimeProvider clock) : ILedgerLookup
{
    /// <summary>How long a read serves, counted from its beginning.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<(RemoteOrganisationId Organisation, CatalogueKind Kind), Entry> _entries = [];

    private enum CatalogueKind
    {
        Accounts,
        Items,
        TaxRates,
        Currencies,
    }

    public Task<IReadOnlyList<LedgerAccount>> GetAccountsAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        GetAsync(CatalogueKind.Accounts, connection, catalogue.GetAccountsAsync, cancellationToken);

    public Task<IReadOnlyList<LedgerItem>> GetItemsAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        GetAsync(CatalogueKind.Items, connection, catalogue.GetItemsAsync, cancellationToken);

    public Task<IReadOnlyList<LedgerTaxRate>> GetTaxRatesAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        GetAsync(CatalogueKind.TaxRates, connection, catalogue.GetTaxRatesAsync, cancellationToken);

    public Task<IReadOnlyList<CurrencyCode>> GetCurrenciesAsync(RemoteConnection connection, CancellationToken cancellationToken) =>
        GetAsync(CatalogueKind.Currencies, connection, catalogue.GetCurrenciesAsync, cancellationToken);

    public void Forget(RemoteOrganisationId organisation)
    {
        lock (_gate)
        {
            foreach (var kind in Enum.GetValues<CatalogueKind>())
            {
                _entries.Remove((organisation, kind));
            }
        }
    }

    private async Task<IReadOnlyList<T>> GetAsync<T>(
        CatalogueKind kind,
        RemoteConnection connection,
        Func<RemoteConnection, CancellationToken, Task<IReadOnlyList<T>>> read,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var key = (connection.OrganisationId, kind);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var own = new TaskCompletionSource<object>();
            var shared = Join(key, own.Task);
            if (shared == own.Task)
            {
                return await ReadAsync(key, own, () => read(connection, cancellationToken));
            }

            try
            {
                return (IReadOnlyList<T>)await shared.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The caller whose read was joined gave up; this one did not.
            }
        }
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        (RemoteOrganisationId Organisation, CatalogueKind Kind) key,
        TaskCompletionSource<object> own,
        Func<Task<IReadOnlyList<T>>> read)
    {
        try
        {
            var records = await read();
            own.SetResult(records);
            return records;
        }
        catch (OperationCanceledException)
        {
            Remove(key, own.Task);
            own.SetCanceled(CancellationToken.None);
            throw;
        }
        catch (Exception exception)
        {
            Remove(key, own.Task);
            own.SetException(exception);
            // Marks the exception as seen: nobody may have joined.
            _ = own.Task.Exception;
            throw;
        }
    }

    private Task<object> Join((RemoteOrganisationId Organisation, CatalogueKind Kind) key, Task<object> own)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry) && now - entry.BegunAt < Lifetime)
            {
                return entry.Records;
            }

            _entries[key] = new(own, now);
            return own;
        }
    }

    private void Remove((RemoteOrganisationId Organisation, CatalogueKind Kind) key, Task<object> records)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry) && entry.Records == records)
            {
                _entries.Remove(key);
            }
        }
    }

    private sealed record Entry(Task<object> Records, DateTimeOffset BegunAt);
}
