using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>Measures the calls that belong to no organisation: tokens and connections.</summary>
internal sealed class IdentityCallHandler(IOptions<XeroOptions> options, TimeProvider time, XeroTelemetry telemetry) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var template = Template(request.RequestUri?.AbsolutePath ?? "/");
        using var span = telemetry.Begin(request.Method, template, tenantId: null);
        var started = time.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            telemetry.Answered(request, template, response, time.GetElapsedTime(started));
            XeroTelemetry.Describe(span, (int)response.StatusCode);
            return response;
        }
        catch (Exception e)
        {
            telemetry.Unanswered(request, template, e, time.GetElapsedTime(started));
            span.Fail(XeroTelemetry.Silence(e));
            throw;
        }
    }

    private string Template(string path)
    {
        var connections = options.Value.Endpoints.Connections.AbsolutePath;
        return path.StartsWith($"{connections}/", StringComparison.OrdinalIgnoreCase) ? $"{connections}/{{id}}" : path;
    }
}
