using System.Net;
using System.Text.RegularExpressions;
using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>A browser without a screen: keeps cookies, follows nothing by itself.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _site;

    public Browser(Uri site, string? user)
    {
        _site = site;
        _http = new(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = site };
        SignInAs(user);
    }

    public CookieContainer Cookies { get; } = new();

    public Dictionary<string, string> Headers { get; } = [];

    public static string Token(string html) => TokenField().Match(html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : "";

    public void SignInAs(string? user)
    {
        _http.DefaultRequestHeaders.Remove(TestUsers.Header);
        if (user is not null)
        {
            _http.DefaultRequestHeaders.Add(TestUsers.Header, user);
        }
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public async Task<Answer> PostAsync(string path, HttpContent content) => await SendAsync(HttpMethod.Post, path, content);

    public Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync(
        path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    /// <summary>Opens a page, and sends a form of it with the token that the page carries.</summary>
    public async Task<Answer> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var opened = await GetAsync(page);
        return await PostAsync(action, [("__RequestVerificationToken", Token(opened.Html)), .. fields]);
    }

    public Task<Answer> GoAsync(SyncConfiguration configuration, string action) =>
        SubmitAsync("/configurations", "/configurations/action", ("selected", configuration.Id.ToString()), ("action", action));

    /// <summary>Opens the page to which an answer leads.</summary>
    public Task<Answer> FollowAsync(Answer answer) => GetAsync(answer.Location!);

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        var local = path.StartsWith(AdminSite.Prefix, StringComparison.Ordinal) ? path : AdminSite.Prefix + path;
        using var request = new HttpRequestMessage(method, new Uri(_site, local)) { Content = content };
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        return new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Location?.OriginalString,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join("\n", header.Value), StringComparer.OrdinalIgnoreCase));
    }
}
