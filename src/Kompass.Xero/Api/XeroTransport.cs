using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Kompass.Xero.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>Sends one call and makes either its content or a typed error of it.</summary>
internal sealed class XeroTransport(
    IHttpClientFactory clients, IOptions<XeroOptions> options, RateGates gates, XeroTelemetry telemetry, TimeProvider time, ILogger<XeroTransport> log)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public async Task<XeroResult<Envelope>> SendAsync(
        XeroTenant tenant, XeroRequest content, CancellationToken cancellationToken)
    {
        if (tenant.IsReadOnly && content.IsWrite)
        {
            throw new XeroApiException(
                XeroErrorKind.Refused, $"KX2019 {content.Name} was not sent: the configuration is in shadow mode, in which nothing is written.");
        }

        var call = new XeroCall(tenant, gates.For(tenant.TenantId), content.Name, content.IsWrite, content.IdempotencyKey is not null, time.GetUtcNow());
        using var span = telemetry.Begin(content.Method, call.Template, tenant.TenantId);
        try
        {
            // A body that breaks off passes for an answer in the handlers; reading once more is safe, writing is not.
            var result = content.IsWrite
                ? await OnceAsync(call, content, cancellationToken)
                : await TwiceAsync(call, content, cancellationToken);
            XeroTelemetry.Describe(span, call);
            return result;
        }
        catch (Exception e) when (XeroTelemetry.Fail(span, call, e))
        {
            throw;
        }
        catch (XeroApiException e)
        {
            e.LastSentAt = call.LastSentAt;
            e.OutcomeUnknown |= content.IsWrite && call.UnansweredSince is not null && !e.IsAboutContent;
            throw;
        }
        catch (XeroIdentityException e) when (content.IsWrite && call.UnansweredSince is not null)
        {
            var unknown = XeroErrors.NoAnswer(content.Method, content.Name, isWrite: true, e);
            unknown.LastSentAt = call.LastSentAt;
            throw unknown;
        }
    }

    private async Task<XeroResult<Envelope>> TwiceAsync(XeroCall call, XeroRequest content, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(call, content, cancellationToken);
        }
        catch (XeroApiException e) when (e is { Kind: XeroErrorKind.Malformed, Status: HttpStatusCode.OK })
        {
            return await OnceAsync(call, content, cancellationToken);
        }
    }

    private async Task<XeroResult<Envelope>> OnceAsync(XeroCall call, XeroRequest content, CancellationToken cancellationToken)
    {
        using var request = Build(call, content);
        using var client = clients.CreateClient(XeroHttp.ApiClient);
        HttpResponseMessage response;
        try
        {
            response = await client.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (NoAnswer.Is(e))
        {
            throw XeroErrors.NoAnswer(content.Method, content.Name, content.IsWrite, e);
        }

        using (response)
        {
            var correlationId = XeroErrors.CorrelationId(response);
            HttpLog.Answered(log, content.Name, (int)response.StatusCode, correlationId);
            return new(await ReadAsync(response, content, cancellationToken), XeroLimits.Read(response), correlationId, call.LastSentAt ?? time.GetUtcNow());
        }
    }

    private async Task<Envelope> ReadAsync(HttpResponseMessage response, XeroRequest content, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && content.ChangedSince is not null)
        {
            return new() { IsUnchanged = true };
        }

        if (!response.IsSuccessStatusCode)
        {
            throw XeroErrors.From(
                response, await response.Content.ReadAsByteArrayAsync(cancellationToken), content.Name, content.IsWrite, time.GetUtcNow());
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(body, XeroJson.Default.Envelope)
                ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException e)
        {
            HttpLog.Unreadable(log, content.Name, XeroErrors.CorrelationId(response));
            throw XeroErrors.Malformed(content.Name, response.StatusCode, response, e, content.IsWrite);
        }
    }

    private HttpRequestMessage Build(XeroCall call, XeroRequest content)
    {
        var address = $"{options.Value.Endpoints.Api.AbsoluteUri.TrimEnd('/')}/{content.Path}{content.Query}";
        var request = new HttpRequestMessage(content.Method, address);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.TryAddWithoutValidation("xero-tenant-id", call.Tenant.TenantId);
        if (content.IdempotencyKey is { } key)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        if (content.ChangedSince is { } since)
        {
            // The typed header writes RFC 1123, which Xero does not read.
            request.Headers.TryAddWithoutValidation("If-Modified-Since", XeroQuery.Watermark(since));
        }

        if (content.Body is { } body)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        }

        call.AttachTo(request);
        return request;
    }
}
