using System.Text;
using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Step 3: compare, e-mail, download, review, import.</summary>
public sealed class ReconciliationPageTests : IAsyncLifetime
{
    private AdminSite _site = null!;
    private Browser _browser = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync();
        _browser = _site.Browser();
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    [Trait("Article", "3.5")]
    [Trait("Article", "3.6")]
    [Trait("Article", "3.7")]
    [Trait("Article", "3.9")]
    [Trait("Article", "3.10")]
    public async Task Compare_emails_a_link_that_downloads_the_report()
    {
        var connected = await _site.ConnectAsync(_browser);
        await CompareAsync(_browser, connected);

        var (to, letter) = Assert.Single(_site.Letters.Sent);
        Assert.Equal("admin@kompass.example", to);
        Assert.Equal(connected.Id, letter.ConfigurationId);
        Assert.Contains("8 Jun 2026 10:00 UTC+1", letter.Body, StringComparison.Ordinal);
        var file = await _browser.GetAsync(Link(letter).PathAndQuery);
        Assert.Equal(200, file.Status);
        Assert.StartsWith("text/csv", file.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("attachment; filename=xero-contacts-2026-06-01-0900.csv", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains("xero_uuid", file.Html, StringComparison.Ordinal);
        Assert.Contains("Ridgeway University", file.Html, StringComparison.Ordinal);
        Assert.Contains("confidence", file.Html, StringComparison.Ordinal);

        var page = await _browser.GetAsync("/reconciliations");
        Assert.Contains("e-mailed to admin@kompass.example", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ridgeway University", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_for_a_user_without_address_emails_nothing_and_offers_the_download()
    {
        using var mailless = _site.Browser("mailless");
        var connected = await _site.ConnectAsync(mailless);
        await CompareAsync(mailless, connected);
        Assert.Empty(_site.Letters.Sent);
        var page = await mailless.GetAsync("/reconciliations");
        Assert.Contains("no e-mail address", page.Text, StringComparison.Ordinal);
        var csv = page.Html.Split("href=\"").Select(part => part.Split('"')[0]).Single(path => path.EndsWith("/csv", StringComparison.Ordinal));
        Assert.Contains("xero_uuid", (await mailless.GetAsync(csv)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_where_the_host_sends_no_mail_says_so()
    {
        await using var site = await AdminSite.StartAsync(replace: services => services.RemoveAll<INotifier>());
        using var browser = site.Browser();
        await CompareAsync(browser, await site.ConnectAsync(browser), site);
        Assert.Contains("sends no e-mail", (await browser.GetAsync("/reconciliations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Article", "3.18")]
    [Trait("Security", "download links")]
    public async Task Download_link_works_until_seven_days_have_passed()
    {
        await CompareAsync(_browser, await _site.ConnectAsync(_browser));
        var link = Link(Assert.Single(_site.Letters.Sent).Letter).PathAndQuery;
        _site.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await _browser.GetAsync(link)).Status);
        _site.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = await _browser.GetAsync(link);
        Assert.Equal(410, late.Status);
        Assert.DoesNotContain("Ridgeway", late.Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Security", "download links")]
    public async Task Download_link_of_another_user_or_damaged_is_refused()
    {
        await CompareAsync(_browser, await _site.ConnectAsync(_browser));
        var link = Link(Assert.Single(_site.Letters.Sent).Letter).PathAndQuery;
        using var other = _site.Browser("mailless");
        Assert.Equal(404, (await other.GetAsync(link)).Status);
        using var staff = _site.Browser("staff");
        Assert.Equal(403, (await staff.GetAsync(link)).Status);
        using var anonymous = _site.Browser(null);
        Assert.Equal(401, (await anonymous.GetAsync(link)).Status);

        var middle = link.Length - 20;
        var tampered = link[..middle] + (link[middle] == 'A' ? 'B' : 'A') + link[(middle + 1)..];
        Assert.Equal(404, (await _browser.GetAsync(tampered)).Status);
        Assert.Equal(404, (await _browser.GetAsync("/reports/abc")).Status);
    }

    [Fact]
    [Trait("Security", "redirect uri")]
    public void Download_link_is_made_from_the_redirect_uri_alone() =>
        Assert.Equal("http://localhost/admin/xero/reports/x", _site.Get<AdminPaths>().Absolute("/reports/x").AbsoluteUri);

    [Fact]
    [Trait("Article", "3.13")]
    public async Task Import_checks_first_then_links_what_was_decided()
    {
        var connected = await _site.ConnectAsync(_browser);
        await CompareAsync(_browser, connected);
        var csv = Decided((await _browser.GetAsync(Link(_site.Letters.Sent[0].Letter).PathAndQuery)).Html, "Ridgeway University", "link");

        var check = await UploadAsync(connected, csv);
        Assert.Equal(200, check.Status);
        Assert.Contains("Check of the file", check.Text, StringComparison.Ordinal);
        Assert.Matches("<dt>New links</dt><dd>1</dd>", check.Html);
        Assert.Contains("What would change", check.Text, StringComparison.Ordinal);
        Assert.Contains("<td>not decided</td><td>linked to client Ridgeway University (&#x27;C-1&#x27;)</td>", Flat(check), StringComparison.Ordinal);
        Assert.Empty(await LinksAsync(connected));

        (string, string)[] import = [("configuration", connected.Id.ToString()), ("key", Hidden(check, "key"))];
        var done = await _browser.SubmitAsync("/reconciliations", "/reconciliations/import", import);
        Assert.Contains("were imported", done.Text, StringComparison.Ordinal);
        var link = Assert.Single(await LinksAsync(connected));
        Assert.Equal(("C-1", "admin", LinkOrigin.Reconciled), (link.ClientId.Value, link.CreatedBy, link.Origin));

        var again = await _browser.SubmitAsync("/reconciliations", "/reconciliations/import", import);
        Assert.Equal(422, again.Status);
        Assert.Contains("not kept any more", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_of_many_rows_shows_each_change_on_pages_to_the_one_who_checked_it()
    {
        for (var number = 100; number < 170; number++)
        {
            _site.Xero.Control.AddContact(_site.Xero.Control.TenantId, $"Unknown {number}");
        }

        var connected = await _site.ConnectAsync(_browser);
        await CompareAsync(_browser, connected);
        var csv = Decided((await _browser.GetAsync(Link(_site.Letters.Sent[0].Letter).PathAndQuery)).Html, "Unknown", "ignore");

        var check = await UploadAsync(connected, csv);
        Assert.Contains("Unknown 100", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Unknown 169", check.Text, StringComparison.Ordinal);
        var next = $"/reconciliations/check?configuration={connected.Id}&key={Hidden(check, "key")}&page=2";
        var second = await _browser.GetAsync(next);
        Assert.Contains("Unknown 169", second.Text, StringComparison.Ordinal);
        Assert.Equal(Hidden(check, "key"), Hidden(second, "key"));
        using var other = _site.Browser("mailless");
        Assert.Equal(404, (await other.GetAsync(next)).Status);
        Assert.Equal(404, (await _browser.GetAsync($"/reconciliations/check?configuration={connected.Id}&key=x")).Status);
    }

    [Fact]
    public async Task Import_of_wrong_lines_names_each_line_and_offers_no_import()
    {
        var connected = await _site.ConnectAsync(_browser);
        await CompareAsync(_browser, connected);
        var csv = Decided((await _browser.GetAsync(Link(_site.Letters.Sent[0].Letter).PathAndQuery)).Html, "Ridgeway University", "perhaps");
        var check = await UploadAsync(connected, csv);
        Assert.Contains("role=\"alert\"", check.Html, StringComparison.Ordinal);
        Assert.Matches(@"<li>Line \d+", check.Html);
        Assert.DoesNotContain("name=\"key\"", check.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_without_file_says_so_beside_the_field()
    {
        var connected = await _site.ConnectAsync(_browser);
        await CompareAsync(_browser, connected);
        var answer = await _browser.SubmitAsync("/reconciliations", "/reconciliations/check", ("configuration", connected.Id.ToString()));
        Assert.Equal(422, answer.Status);
        Assert.Contains("id=\"file-error\">No file was chosen", answer.Html, StringComparison.Ordinal);
    }

    private static Uri Link(Notification letter) => new(letter.Body.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("http", StringComparison.Ordinal)));

    private static string Flat(Answer page) => string.Join(' ', page.Html.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("> <", "><", StringComparison.Ordinal);

    private static string Hidden(Answer page, string name) => page.Html.Split($"name=\"{name}\" value=\"")[1].Split('"')[0];

    /// <summary>Writes a decision into the row of a contact, as a reviewer would.</summary>
    private static string Decided(string csv, string contact, string decision)
    {
        var lines = csv.TrimStart('\uFEFF').Split("\r\n");
        var column = Array.IndexOf(lines[0].Split(','), "decision");
        return string.Join("\r\n", lines.Select(line =>
        {
            var cells = line.Split(',');
            if (cells.Length > 1 && (cells[1] == contact || cells[1].StartsWith($"{contact} ", StringComparison.Ordinal)))
            {
                cells[column] = decision;
            }

            return string.Join(',', cells);
        }));
    }

    private async Task CompareAsync(Browser browser, SyncConfiguration connected, AdminSite? site = null)
    {
        var answer = await browser.GoAsync(connected, "compare");
        Assert.Equal((302, $"/admin/xero/reconciliations?configuration={connected.Id}"), (answer.Status, answer.Location));
        await JobsAsync(site ?? _site, connected.Id, JobKind.Comparison);
    }

    private static async Task JobsAsync(AdminSite site, ConfigurationId id, JobKind kind) => Assert.Equal(JobState.Done, await site.EndOfAsync(id, kind));

    private async Task<Answer> UploadAsync(SyncConfiguration connected, string csv)
    {
        var token = Browser.Token((await _browser.GetAsync("/reconciliations")).Html);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(connected.Id.ToString()), "configuration" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "reviewed.csv" },
        };
        return await _browser.PostAsync("/reconciliations/check", content);
    }

    private async Task<IReadOnlyList<ContactLink>> LinksAsync(SyncConfiguration connected) =>
        await _site.Get<IMappingStore>().GetContactLinksAsync(connected.Connection!.OrganisationId, default);
}
