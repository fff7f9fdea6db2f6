using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kompass.Xero;

/// <summary>The meter and the activity source, both named <c>Kompass.Xero</c>.</summary>
internal static class XeroMetrics
{
    public const string Name = "Kompass.Xero";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "kompass.xero.call.duration", "s", "Time from sending a call to the last byte of its answer.");

    public static void Called(HttpMethod method, string call, int status, TimeSpan elapsed) => Duration.Record(
        elapsed.TotalSeconds,
        new("http.request.method", method.Method),
        new("kompass.xero.call", call),
        new("http.response.status_code", status));
}
