using Microsoft.Extensions.Time.Testing;

namespace Kompass.Accounting.Tests;

public sealed class LedgerCatalogueCacheTests
{
    private readonly FakeTimeProvider _clock = new(Build.Now);
    private readonly FakeLedgerCatalogue _catalogue;
    private readonly LedgerCatalogueCache _cache;

    public LedgerCatalogueCacheTests()
    {
        _catalogue = new(_clock);
        _cache = new(_catalogue, _clock);
    }

    [Fact]
    public async Task GetAccountsAsync_within_five_minutes_reads_once()
    {
        var first = await _cache.GetAccountsAsync(Build.Connection(), default);
        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        var second = await _cache.GetAccountsAsync(Build.Connection(), default);

        Assert.Same(first, second);
        Assert.Equal(1, _catalogue.Ledger.CallsOf("Accounts"));
    }

    [Fact]
    public async Task GetAccountsAsync_after_five_minutes_reads_again()
    {
        await _cache.GetAccountsAsync(Build.Connection(), default);
        _clock.Advance(TimeSpan.FromMinutes(5));
        _catalogue.Accounts = [];

        Assert.Empty(await _cache.GetAccountsAsync(Build.Connection(), default));
    }

    [Fact]
    public async Task GetAsync_of_each_kind_and_organisation_is_kept_apart()
    {
        foreach (var connection in new[] { Build.Connection(), Build.Connection("tenant-2") })
        {
            for (var round = 0; round < 2; round++)
            {
                Assert.NotEmpty(await _cache.GetAccountsAsync(connection, default));
                Assert.NotEmpty(await _cache.GetItemsAsync(connection, default));
                Assert.NotEmpty(await _cache.GetTaxRatesAsync(connection, default));
                Assert.NotEmpty(await _cache.GetCurrenciesAsync(connection, default));
            }
        }

        Assert.Equal(
            ["Accounts", "Items", "TaxRates", "Currencies", "Accounts", "Items", "TaxRates", "Currencies"],
            _catalogue.Ledger.Calls.Select(call => call.Name));
    }

    [Fact]
    public async Task GetItemsAsync_after_a_failure_reads_again()
    {
        _catalogue.Ledger.FaultBefore = _ => new RemoteLedgerException(RemoteFault.Unavailable, "down");
        await Assert.ThrowsAsync<RemoteLedgerException>(() => _cache.GetItemsAsync(Build.Connection(), default));
        _catalogue.Ledger.FaultBefore = null;

        Assert.NotEmpty(await _cache.GetItemsAsync(Build.Connection(), default));
    }

    [Fact]
    public async Task GetItemsAsync_of_several_callers_at_once_reads_once()
    {
        var slow = new SlowCatalogue();
        var cache = new LedgerCatalogueCache(slow, _clock);
        var first = cache.GetItemsAsync(Build.Connection(), default);
        var second = cache.GetItemsAsync(Build.Connection(), default);
        slow.Answers[0].SetResult([new() { Code = "A" }]);

        Assert.Equal("A", Assert.Single(await first).Code);
        Assert.Same(await first, await second);
        Assert.Single(slow.Answers);
    }

    [Fact]
    public async Task GetItemsAsync_when_the_joined_caller_gives_up_reads_by_itself()
    {
        var slow = new SlowCatalogue();
        var cache = new LedgerCatalogueCache(slow, _clock);
        var first = cache.GetItemsAsync(Build.Connection(), default);
        var second = cache.GetItemsAsync(Build.Connection(), default);
        slow.Answers[0].SetCanceled();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        slow.Answers[1].SetResult([new() { Code = "B" }]);

        Assert.Equal("B", Assert.Single(await second).Code);
    }

    [Fact]
    public async Task GetItemsAsync_of_a_caller_who_gives_up_ends_without_harming_the_read()
    {
        var slow = new SlowCatalogue();
        var cache = new LedgerCatalogueCache(slow, _clock);
        var first = cache.GetItemsAsync(Build.Connection(), default);
        using var impatience = new CancellationTokenSource();
        var second = cache.GetItemsAsync(Build.Connection(), impatience.Token);
        impatience.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        slow.Answers[0].SetResult([]);

        Assert.Empty(await first);
    }

    [Fact]
    public async Task Forget_makes_the_next_question_go_to_the_ledger()
    {
        await _cache.GetTaxRatesAsync(Build.Connection(), default);
        _cache.Forget(Build.Connection().OrganisationId);
        await _cache.GetTaxRatesAsync(Build.Connection(), default);

        Assert.Equal(2, _catalogue.Ledger.CallsOf("TaxRates"));
    }

    private sealed class SlowCatalogue : ILedgerCatalogue
    {
        public List<TaskCompletionSource<IReadOnlyList<LedgerItem>>> Answers { get; } = [];

        public Task<LedgerOrganisation> GetOrganisationAsync(RemoteConnection connection, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<LedgerAccount>> GetAccountsAsync(RemoteConnection connection, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<LedgerItem>> GetItemsAsync(RemoteConnection connection, CancellationToken cancellationToken)
        {
            Answers.Add(new());
            return Answers[^1].Task;
        }

        public Task<IReadOnlyList<LedgerTaxRate>> GetTaxRatesAsync(RemoteConnection connection, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<CurrencyCode>> GetCurrenciesAsync(RemoteConnection connection, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
