using System.Text;
using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.AspNetCore.Tests;

[Trait("Security", "limits")]
public sealed class UploadLimitTests : IAsyncLifetime
{
    private const string Header = "xero_uuid,kompass_id,decision,report\r\n";

    private AdminSite _site = null!;
    private Browser _browser = null!;
    private SyncConfiguration _connected = null!;

    public async Task InitializeAsync()
    {
        _site = await AdminSite.StartAsync(replace: services => services.Configure<AdminOptions>(options => options.MaximumUploadBytes = 200_000));
        _browser = _site.Browser();
        _connected = await _site.ConnectAsync(_browser);
        await _site.CompareAsync(_browser, _connected);
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task File_beyond_the_limit_is_refused_beside_the_field()
    {
        Assert.Equal(200, (await UploadAsync(Header.PadRight(200_000))).Status);
        var answer = await UploadAsync(Header.PadRight(200_001));
        Assert.Equal(422, answer.Status);
        Assert.Contains("id=\"file-error\">The file is larger than", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cell_beyond_the_limit_is_named_by_its_line()
    {
        var answer = await UploadAsync($"{Header}{new string('x', 32_768)},,,\r\n");
        Assert.Contains("Line 2", answer.Text, StringComparison.Ordinal);
        Assert.Contains("32,767 characters", answer.Text, StringComparison.Ordinal);
    }

    private async Task<Answer> UploadAsync(string csv)
    {
        var token = Browser.Token((await _browser.GetAsync("/reconciliations")).Html);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(_connected.Id.ToString()), "configuration" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "reviewed.csv" },
        };
        return await _browser.PostAsync("/reconciliations/check", content);
    }
}
