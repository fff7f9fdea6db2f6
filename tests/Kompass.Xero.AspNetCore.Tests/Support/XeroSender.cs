using System.Security.Cryptography;
using System.Text;
using Kompass.Accounting;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Posts to the webhook what Xero would, and what it never would.</summary>
internal sealed class XeroSender(Uri site, string path = AdminSite.Webhook) : IDisposable
{
    public static readonly Guid Tenant = Guid.Parse("c2cc9b6e-9458-4c7d-93cc-f02b81b0594f");

    private readonly HttpClient _http = new() { BaseAddress = site };

    public static XeroSender To(AdminSite site) => new(site.Address);

    public static string Sign(string body, string key = AdminSite.SigningKey) => Sign(Encoding.UTF8.GetBytes(body), key);

    public static string Sign(byte[] body, string key) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), body));

    public static string Payload(params IEnumerable<string> events) =>
        $$"""{"events":[{{string.Join(',', events)}}],"lastEventSequence":1,"firstEventSequence":1,"entropy":"S0m3r4Nd0mt3xt"}""";

    public static string Event(string category = "INVOICE", Guid? tenant = null, Guid? resource = null, int second = 0) =>
        $$"""
        {"resourceUrl":"https://api.xero.com/api.xro/2.0/X","resourceId":"{{resource ?? Guid.Parse("717f2bfc-c6d4-41fd-b238-3f2f0c0cf777")}}",
        "eventDateUtc":"2026-06-21T01:15:{{second:00}}.902","eventType":"UPDATE","eventCategory":"{{category}}","tenantId":"{{tenant ?? Tenant}}","tenantType":"ORGANISATION"}
        """;

    public Task<Answer> PostAsync(string body) => PostAsync(body, Sign(body));

    public Task<Answer> PostAsync(string body, params string[] signatures) => PostAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(body)), signatures);

    public async Task<Answer> PostAsync(HttpContent content, params string[] signatures)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        content.Headers.ContentType = new("application/json");
        if (signatures.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("x-xero-signature", signatures);
        }

        using var response = await _http.SendAsync(request);
        return new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Location?.OriginalString,
            response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join('\n', header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Lets a configuration be connected to <see cref="Tenant"/>.</summary>
    public static async Task ConnectAsync(IServiceProvider services) => await services.GetRequiredService<IConfigurationStore>().SaveAsync(
        new()
        {
            Id = new(Guid.NewGuid()),
            Organisations = [SamplePorts.North],
            CreatedAt = DateTimeOffset.UnixEpoch,
            CreatedBy = "ada",
            Connection = new()
            {
                OrganisationId = new(Tenant.ToString()),
                OrganisationName = "Demo",
                CredentialId = new("credential"),
                ConnectionReference = "connection",
                ConnectedAt = DateTimeOffset.UnixEpoch,
                ConnectedBy = "ada",
            },
        },
        default);

    public static async Task<IReadOnlyList<RemoteChange>> WaitingAsync(IServiceProvider services) =>
        [.. (await services.GetRequiredService<IRemoteChangeInbox>().ReadAsync(new(Tenant.ToString()), 0, 100_000, default)).Select(stored => stored.Change)];

    public void Dispose() => _http.Dispose();
}
