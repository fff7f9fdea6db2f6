using System.Diagnostics;
using Kompass.Accounting;
using Xunit.Abstractions;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Ten thousand rows: each page stays small, and no page reads them anew.</summary>
public sealed class ReviewScaleTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rows = 10_000;
    private const int LargestPage = 100_000;
    private const int Looks = 7;

    private static readonly TimeSpan LongestView = TimeSpan.FromMilliseconds(200);

    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("&show=medium&page=7")]
    [InlineData("&show=decided")]
    [InlineData("&find=contact 99")]
    [InlineData("&show=high&tick=page")]
    public async Task Page_of_ten_thousand_rows_is_small_and_quick(string tail)
    {
        await SaveAsync(new string('x', 20), half: true);
        await MeasureAsync($"/reconciliations?configuration={_connected.Id}{tail}");
    }

    [Fact]
    public async Task Page_of_the_longest_names_is_small()
    {
        await SaveAsync(string.Join(' ', Enumerable.Repeat("Wholesalers", 20)), half: false);
        await MeasureAsync($"/reconciliations?configuration={_connected.Id}");
    }

    [Fact]
    public async Task List_of_comparisons_is_small_and_quick()
    {
        for (var run = 0; run < 12; run++)
        {
            await SaveAsync("x", half: false, Rows / 10);
        }

        await MeasureAsync($"/reconciliations/list?configuration={_connected.Id}");
    }

    private async Task MeasureAsync(string path)
    {
        var best = TimeSpan.MaxValue;
        for (var look = 0; look < Looks; look++)
        {
            var begun = Stopwatch.GetTimestamp();
            var page = await _browser.GetAsync(path);
            var took = Stopwatch.GetElapsedTime(begun);
            Assert.Equal(200, page.Status);
            output.WriteLine($"{path.Split('&')[^1]}: look {look + 1}, {took.TotalMilliseconds:0} ms, {System.Text.Encoding.UTF8.GetByteCount(page.Html):N0} bytes");
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page.Html), 1, LargestPage);
            best = took < best ? took : best;
        }

        Assert.InRange(best, TimeSpan.Zero, LongestView);
    }

    private async Task SaveAsync(string extra, bool half, int count = Rows)
    {
        var organisation = _connected.Connection!.OrganisationId;
        var rows = Enumerable.Range(1, count).Select(number => Row(number, extra)).ToList();
        await _site.Get<IReconciliationStore>().SaveAsync(
            new()
            {
                Id = new(Guid.NewGuid()),
                ConfigurationId = _connected.Id,
                RemoteOrganisationId = organisation,
                Organisations = [.. _connected.Organisations],
                CreatedAt = _site.Clock.GetUtcNow(),
                RequestedBy = "admin",
                Rows = rows,
            },
            default);
        if (half)
        {
            await _site.Get<IMappingStore>().SaveReviewAsync(
                organisation, [.. rows.Where(row => row.Number % 2 == 0).Select(row => Link(organisation, row))], [], default);
        }
    }

    private ContactLink Link(RemoteOrganisationId organisation, ReconciliationRow row) => new()
    {
        RemoteOrganisationId = organisation,
        ClientId = row.Client!.Id,
        RemoteContactId = row.Contact!.Id,
        Origin = LinkOrigin.Reconciled,
        CreatedAt = _site.Clock.GetUtcNow(),
        CreatedBy = "admin",
    };

    private ReconciliationRow Row(int number, string extra) => new()
    {
        Number = number,
        Status = ReconciliationStatus.Candidate,
        Contact = new()
        {
            Id = new(Guid.NewGuid().ToString()),
            Name = $"Contact {number} {extra} Ltd",
            Status = ContactStatus.Active,
            EmailAddress = $"purchase.ledger.{number}@a-company-with-a-long-name.example",
            PhoneNumber = "+44 20 7946 0101",
            Address = new() { Line1 = "Unit 12, The Long Industrial Estate", Line2 = "Off the Old Northern Road", City = "Middlesbrough", PostalCode = "TS1 1AA", Country = "United Kingdom" },
            IsCustomer = true,
            Outstanding = 1234.56m,
            UpdatedAt = _site.Clock.GetUtcNow(),
        },
        Client = new()
        {
            Id = new($"K-{number}"),
            OrganisationId = SamplePorts.North,
            Name = $"Contact {number} {extra} Limited",
            Currency = new("GBP"),
            EmailAddress = $"accounts.{number}@a-company-with-a-long-name.example",
            Address = new() { Line1 = "Unit 12, The Long Industrial Estate", City = "Middlesbrough", PostalCode = "TS1 1AB", Country = "United Kingdom" },
        },
        Confidence = 93.21m,
        Band = number % 3 == 0 ? ConfidenceBand.Medium : ConfidenceBand.High,
        Reason = "same name apart from Ltd / Limited; same e-mail address; same street address; another postcode",
    };
}
