using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Kompass.Xero.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>The organisations that a token set serves. These calls belong to no organisation and count against no organisation's limits.</summary>
internal sealed class XeroConnections(IHttpClientFactory clients, IOptions<XeroOptions> options, ILogger<XeroConnections> log)
{
    /// <summary>
    /// The connected organisations, oldest first as Xero lists them. Without <paramref name="authEventId"/> these are all that the
    /// user ever connected; with it, those of that one consent.
    /// </summary>
    public async Task<IReadOnlyList<XeroConnection>> ListAsync(string accessToken, string? authEventId, CancellationToken cancellationToken)
    {
        var address = options.Value.Endpoints.Connections.AbsoluteUri;
        if (authEventId is not null)
        {
            address += $"?authEventId={Uri.EscapeDataString(authEventId)}";
        }

        var body = await SendAsync(HttpMethod.Get, address, accessToken, cancellationToken)
            ?? throw XeroErrors.Malformed("the list of connections", HttpStatusCode.NotFound, null, null);
        ConnectionDto[] read;
        try
        {
            read = JsonSerializer.Deserialize(body, XeroJson.Default.ConnectionDtoArray) ?? [];
        }
        catch (JsonException e)
        {
            throw XeroErrors.Malformed("the list of connections", HttpStatusCode.OK, null, e);
        }

        // The server filters as well; believing it alone would pick a stranger's organisation should the parameter be ignored.
        return
        [
            .. read
                .Where(c => c.TenantType is "ORGANISATION" && c.Id is not null && c.TenantId is not null)
                .Where(c => authEventId is null || string.Equals(c.AuthEventId, authEventId, StringComparison.OrdinalIgnoreCase))
                .Select(c => new XeroConnection(c.Id!, c.TenantId!, c.TenantName ?? "", c.AuthEventId)),
        ];
    }

    /// <summary>Removes one organisation from this app. One that is already gone is no error.</summary>
    public async Task DeleteAsync(string accessToken, string connectionId, CancellationToken cancellationToken)
    {
        var address = $"{options.Value.Endpoints.Connections.AbsoluteUri}/{Uri.EscapeDataString(connectionId)}";
        await SendAsync(HttpMethod.Delete, address, accessToken, cancellationToken);
        IdentityLog.Disconnected(log, connectionId);
    }

    private async Task<byte[]?> SendAsync(HttpMethod method, string address, string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Accept.ParseAdd("application/json");
        using var client = clients.CreateClient(XeroHttp.IdentityClient);
        HttpResponseMessage response;
        try
        {
            response = await client.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (NoAnswer.Is(e))
        {
            throw XeroErrors.NoAnswer(method, "connections", isWrite: false, e);
        }

        using (response)
        {
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode ? body
                : response.StatusCode == HttpStatusCode.NotFound ? null
                : throw XeroErrors.From(response, body, "connections", isWrite: false);
        }
    }
}
