using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>The e-mailed link opens one report for one user, and only while both organisations are the same.</summary>
[Trait("Security", "download links")]
public sealed class ReportLinkTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;
    private ContactReview _review = null!;
    private string _link = "";

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
        _review = await _site.CompareAsync(_browser, _connected);
        _link = Reviewing.LinkIn(Assert.Single(_site.Letters.Sent).Letter);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Link_after_the_configuration_was_disconnected_opens_nothing_until_it_is_connected_to_the_same_organisation_again()
    {
        await DisconnectAsync();
        await RefusedAsync();
        await ConnectAsync(_site.Xero.Control.TenantId);
        Assert.Equal(200, (await _browser.GetAsync(_link)).Status);
    }

    [Fact]
    public async Task Link_after_the_configuration_was_connected_to_another_organisation_opens_neithers_data()
    {
        await DisconnectAsync();
        await ConnectAsync(_site.Xero.Control.Organisations[1].Id);
        await RefusedAsync();
    }

    [Fact]
    public async Task Link_after_a_Kompass_organisation_left_the_configuration_opens_nothing()
    {
        var store = _site.Get<IConfigurationStore>();
        var now = (await store.GetAsync(_connected.Id, default))!;
        await store.SaveAsync(now with { Organisations = [SamplePorts.South] }, default);
        await RefusedAsync();
        Assert.DoesNotContain("Ridgeway", (await _browser.GetAsync($"/reconciliations?configuration={_connected.Id}")).Text, StringComparison.Ordinal);
    }

    private async Task RefusedAsync()
    {
        foreach (var path in new[] { _link, $"/reconciliations/{_review.Report.Id}/csv" })
        {
            var answer = await _browser.GetAsync(path);
            Assert.Equal(410, answer.Status);
            Assert.Contains("Run the comparison again", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Ridgeway", answer.Html, StringComparison.Ordinal);
        }
    }

    private async Task DisconnectAsync()
    {
        var path = $"/configurations/{_connected.Id}/disconnect";
        Assert.Equal(302, (await _browser.SubmitAsync(path, path)).Status);
    }

    private async Task ConnectAsync(Guid tenant)
    {
        var consent = _site.Xero.Control.Authorize(await AdminSite.BeginAsync(_browser, _connected), tenant);
        var answer = await _browser.GetAsync(consent.PathAndQuery);
        if (answer.Location!.EndsWith("/confirm", StringComparison.Ordinal))
        {
            answer = await _browser.SubmitAsync(answer.Location, answer.Location, ("organisation", "Second Company"));
        }

        Assert.Equal(302, answer.Status);
        Assert.Equal(tenant.ToString(), (await _site.Get<IConfigurationStore>().GetAsync(_connected.Id, default))!.Connection?.OrganisationId.Value);
    }
}
