using Microsoft.Playwright;

namespace Kompass.Browser.Tests;

public sealed class PermissionTests(AdminHostFixture host) : IClassFixture<AdminHostFixture>
{
    [SkippableFact]
    [Trait("Article", "O.2")]
    [Trait("Article", "P.4")]
    [Trait("Article", "1.3")]
    public async Task Group_is_invisible_to_an_administrator_without_the_permission()
    {
        var page = await host.SignInAsync("manager");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kompass Admin" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Xero")).ToHaveCountAsync(0);
        await page.TakeAsync("20-admin-of-manager");

        await page.GotoAsync(new Uri(host.Address, "/admin/xero/configurations").AbsoluteUri);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Not for you" })).ToBeVisibleAsync();
    }

    [SkippableFact]
    [Trait("Article", "P.2")]
    public async Task Pages_are_closed_to_staff()
    {
        var page = await host.SignInAsync("staff");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Not for you" })).ToBeVisibleAsync();
    }
}
