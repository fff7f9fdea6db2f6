using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moq;

namespace Kompass.Xero.AspNetCore.Tests;

public sealed class ShadowPageTests
{
    [Fact]
    public async Task Comparison_runs_in_the_background_and_lists_what_is_not_equal_as_text()
    {
        var comparer = new Mock<IShadowComparer>();
        await using var site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton(comparer.Object)));
        using var browser = site.Browser();
        var connected = await site.ConnectAsync(browser);
        var address = $"/configurations/{connected.Id}/shadow";
        comparer.Setup(port => port.CompareAsync(connected.Id, It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ShadowReport
        {
            ConfigurationId = connected.Id,
            From = new(2026, 5, 1),
            CreatedAt = site.Clock.GetUtcNow(),
            Plan = null!,
            Rows =
            [
                new() { Status = ShadowStatus.Differs, Title = "<b>7</b>", Kind = DocumentKind.Invoice, Differences = [new("total", "120.00", "12.00")] },
                new() { Status = ShadowStatus.Equal, Title = "quiet one", Kind = DocumentKind.Invoice },
            ],
        });

        Assert.Contains("Nothing was compared yet", (await browser.GetAsync(address)).Text, StringComparison.Ordinal);
        var asked = await browser.SubmitAsync(address, address);
        Assert.Contains("The comparison has begun", (await browser.FollowAsync(asked)).Text, StringComparison.Ordinal);
        Assert.Equal(JobState.Done, await site.EndOfAsync(connected.Id, JobKind.Shadow));

        var page = await browser.GetAsync(address);
        Assert.Contains("2 documents compared, 1 to look at.", page.Text, StringComparison.Ordinal);
        Assert.Contains("<b>7</b>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>7", page.Html, StringComparison.Ordinal);
        Assert.Contains("total: 120.00 in Kompass, 12.00 in the ledger", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("quiet one", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_beyond_the_first_few_are_shown_page_by_page()
    {
        await using var site = await AdminSite.StartAsync();
        using var browser = site.Browser();
        var connected = await site.ConnectAsync(browser);
        site.Get<ShadowShelf>().Put(new()
        {
            ConfigurationId = connected.Id,
            From = new(2026, 5, 1),
            CreatedAt = site.Clock.GetUtcNow(),
            Plan = null!,
            Rows = [.. Enumerable.Range(0, 120).Select(number => new ShadowRow { Status = ShadowStatus.OnlyInKompass, Title = $"INV-{number:D3}.", Kind = DocumentKind.Invoice })],
        });
        var address = $"/configurations/{connected.Id}/shadow";

        var page = await browser.GetAsync(address);
        Assert.Contains("INV-019.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-020.", page.Text, StringComparison.Ordinal);
        Assert.Contains("and 100 more", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{address}?show=OnlyInKompass", page.Html, StringComparison.Ordinal);
        var last = await browser.GetAsync($"{address}?show=OnlyInKompass&page=3");
        Assert.Contains("INV-119.", last.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-099.", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_whose_source_fails_says_which_one_and_why()
    {
        var comparer = new Mock<IShadowComparer>();
        await using var site = await AdminSite.StartAsync(replace: services => services.Replace(ServiceDescriptor.Singleton(comparer.Object)));
        using var browser = site.Browser();
        var connected = await site.ConnectAsync(browser);
        var address = $"/configurations/{connected.Id}/shadow";
        comparer.Setup(port => port.CompareAsync(connected.Id, It.IsAny<IProgress<SyncProgress>?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new KompassSourceException("IClientSource", "KompassClients", new TimeoutException("No answer.")));

        await browser.SubmitAsync(address, address);
        Assert.Equal(JobState.Failed, await site.EndOfAsync(connected.Id, JobKind.Shadow));

        Assert.Contains("IClientSource (KompassClients) could not be read: No answer.", (await browser.GetAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_without_connection_says_what_to_do()
    {
        await using var site = await AdminSite.StartAsync();
        using var browser = site.Browser();
        var added = await site.AddConfigurationAsync(browser);
        var answer = await browser.SubmitAsync($"/configurations/{added.Id}", $"/configurations/{added.Id}/shadow");
        Assert.Contains("not connected to Xero", (await browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
    }
}
