namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Times are told as people where the organisation is tell them.</summary>
public sealed class ZoneTests
{
    [Theory]
    [InlineData("Pacific/Auckland", "1 Jun 2026 21:30 UTC+12")]
    [InlineData("Europe/London", "1 Jun 2026 10:30 UTC+1")]
    [InlineData("Asia/Kolkata", "1 Jun 2026 15:00 UTC+5:30")]
    [InlineData("America/St_Johns", "1 Jun 2026 07:00 UTC-2:30")]
    [InlineData("UTC", "1 Jun 2026 09:30 UTC")]
    public void Instant_is_told_with_its_distance_from_UTC(string zone, string text) =>
        Assert.Equal(text, Texts.Instant(new(2026, 6, 1, 9, 30, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public async Task Pages_tell_the_time_of_the_organisation()
    {
        await using var site = await AdminSite.StartAsync();
        using var browser = site.Browser();
        var connected = await site.ConnectAsync(browser);

        Assert.Contains("1 Jun 2026 10:00 UTC+1", (await browser.GetAsync($"/configurations/{connected.Id}/home")).Text, StringComparison.Ordinal);
        Assert.Contains("connected 1 Jun 2026 10:00 UTC+1", (await browser.GetAsync("/configurations")).Text, StringComparison.Ordinal);
    }
}
