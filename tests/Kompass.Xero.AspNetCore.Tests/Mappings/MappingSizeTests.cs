using System.Globalization;
using System.Text.RegularExpressions;
using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Pages of organisations with long lists: small, and still usable.</summary>
public sealed class MappingSizeTests : IAsyncLifetime
{
    private const int Limit = 100_000;

    private readonly LongCatalogue _kompass = new();
    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton<IKompassCatalogue>(_kompass)));
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData(20, 60, true)]
    [InlineData(300, 3, true)]
    [InlineData(300, 700, false)]
    [InlineData(60, 4000, false)]
    public async Task Page_stays_small_with_drop_downs_where_they_fit_and_one_list_where_they_do_not(int nominals, int accounts, bool areDropDowns)
    {
        Add(nominals, accounts);
        var saved = await SaveAsync(1, ("map.N0", Text(1)));
        Assert.Equal(302, saved.Status);
        foreach (var page in new[] { await _browser.GetAsync("/accounts"), await SaveAsync(1, ("step", "fill")), await SaveAsync(1, ("map.N1", "nowhere"), ("map.N2", "<nothing>")) })
        {
            Assert.InRange(page.Html.Length, 1, Limit);
            Assert.Equal(Math.Min(nominals, 50), Regex.Count(page.Html, "<th scope=\"row\"><label for=\"map-"));
            Assert.Equal(areDropDowns, page.Html.Contains("<select id=\"map-1\"", StringComparison.Ordinal));
            Assert.Equal(areDropDowns ? 0 : 1, Regex.Count(page.Html, "<datalist id=\"choices\">"));
            Assert.Contains(areDropDowns ? $"selected>{Text(1)}</option>" : $"value=\"{Text(1)}\"", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Rows_of_other_pages_stay_as_they_are_and_what_is_wrong_there_is_told_on_each()
    {
        Add(120, 700);
        await SaveAsync(1, ("map.N0", "X1"));
        var second = await SaveAsync(2, ("map.N60", "X2 - Account 2"), ("map.N61", Text(3)));
        Assert.Equal((302, $"/admin/xero/accounts?configuration={_connected.Id}&page=2"), (second.Status, second.Location));
        Assert.Equal(["N0 X1", "N60 X2", "N61 X3"], await MappingsAsync());

        Archive("X2");
        var first = await _browser.GetAsync("/accounts");
        Assert.Matches($"<a href=\"/admin/xero/accounts\\?configuration={_connected.Id}&(amp;)?page=2#map-61\">N60 ", first.Html);
        Assert.Equal(302, (await SaveAsync(1, ("map.N0", "X4"))).Status);
        Assert.Equal(["N0 X4", "N60 X2", "N61 X3"], await MappingsAsync());
    }

    [Fact]
    public async Task List_that_is_cut_offers_what_is_asked_for_and_takes_any_code()
    {
        Add(10, 4000);
        var page = await _browser.GetAsync("/accounts");
        Assert.DoesNotContain(Text(3999), page.Html, StringComparison.Ordinal);
        Assert.Contains("Offer those with this in their name", page.Text, StringComparison.Ordinal);
        var found = await SaveAsync(1, ("map.N0", "X7"), ("find", "account 3999 "), ("step", "find"));
        Assert.Contains($"<option value=\"{Text(3999)}\"></option>", found.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{Text(7)}\"", found.Html, StringComparison.Ordinal);
        Assert.Empty(await MappingsAsync());
        await SaveAsync(1, ("map.N0", "X3998"));
        Assert.Equal(["N0 X3998"], await MappingsAsync());
    }

    private static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"X{number} Account {number} of a usual length");

    private void Add(int nominals, int accounts)
    {
        _kompass.Nominals = [.. Enumerable.Range(0, nominals).Select(number => new CatalogueEntry($"N{number}", $"Account {number} of a usual length"))];
        for (var number = 0; number < accounts; number++)
        {
            _site.Xero.Control.AddAccount(_site.Xero.Control.TenantId, $"X{number}", Text(number)[$"X{number} ".Length..]);
        }
    }

    private void Archive(string code)
    {
        var control = _site.Xero.Control;
        control.EditAccount(control.TenantId, control.Books(control.TenantId).Accounts.Single(account => account.Code == code).Id, account => account with { Status = "ARCHIVED" });
        _site.Clock.Advance(TimeSpan.FromMinutes(6));
    }

    private Task<Answer> SaveAsync(int page, params (string, string)[] fields) => _browser.SubmitAsync(
        "/configurations", "/accounts", [("configuration", _connected.Id.ToString()), ("page", page.ToString(CultureInfo.InvariantCulture)), .. fields]);

    private async Task<IEnumerable<string>> MappingsAsync()
    {
        var codes = _site.Xero.Control.Books(_site.Xero.Control.TenantId).Accounts.ToDictionary(account => account.Id.ToString(), account => account.Code);
        return (await _site.Get<IMappingStore>().GetMappingsAsync(_connected.Connection!.OrganisationId, default))
            .OrderBy(mapping => mapping.KompassCode, StringComparer.Ordinal).Select(mapping => $"{mapping.KompassCode} {codes[mapping.RemoteKey]}");
    }

    private sealed class LongCatalogue : IKompassCatalogue
    {
        public IReadOnlyList<CatalogueEntry> Nominals { get; set; } = [];

        public Task<KompassCatalogue> GetAsync(CancellationToken cancellationToken) => Task.FromResult(new KompassCatalogue
        {
            Organisations = [new(SamplePorts.North, "North Ltd")],
            NominalAccounts = Nominals,
        });
    }
}
