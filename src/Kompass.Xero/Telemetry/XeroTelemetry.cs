using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>
/// What the adapter measures. Calls carry the method, the path without ids and the status; only what is left of an organisation's limits
/// carries the organisation's id, since it means nothing without: two series for each organisation that this process calls.
/// </summary>
internal sealed class XeroTelemetry
{
    public const string Name = "Kompass.Xero";

    private const string Method = "http.request.method";
    private const string Template = "url.template";
    private const string Status = "http.response.status_code";
    private const string Error = "error.type";

    private static readonly double[] Seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
    private static readonly long[] Bytes = [1_000, 10_000, 100_000, 1_000_000, 3_500_000, 10_000_000];

    private readonly AccountingTelemetry _telemetry;
    private readonly Histogram<double> _duration;
    private readonly Histogram<long> _sent;
    private readonly Histogram<long> _received;

    public XeroTelemetry(AccountingTelemetry telemetry, RateGates gates, TokenAges ages)
    {
        _telemetry = telemetry;
        var meter = telemetry.Meter;
        _duration = meter.CreateHistogram(
            telemetry.Name("call.duration"), "s", "Time from sending a call to the last byte of its answer; each attempt counts.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _sent = meter.CreateHistogram(
            telemetry.Name("call.request.body.size"), "By", "Size of the body that a call sent.", null, new InstrumentAdvice<long> { HistogramBucketBoundaries = Bytes });
        _received = meter.CreateHistogram(
            telemetry.Name("call.response.body.size"), "By", "Size of the body that a call received, after decompression.", null, new InstrumentAdvice<long> { HistogramBucketBoundaries = Bytes });
        meter.CreateObservableGauge(
            telemetry.Name("limit.remaining"), () => Remaining(gates), "{call}", "Calls that Xero still allows to an organisation, as far as this process knows.");
        meter.CreateObservableGauge(
            telemetry.Name("token.age"), () => Age(ages), "s", "Age of the oldest token set that this process uses; Xero forgets one after 60 days.");
    }

    /// <summary>Begins the activity of a call, all its attempts included.</summary>
    public TelemetrySpan Begin(HttpMethod method, string template, string? tenantId)
    {
        var span = _telemetry.Begin($"{method.Method} {template}", ActivityKind.Client);
        span.Tag(Method, method.Method);
        span.Tag(Template, template);
        span.Tag(_telemetry.Name("organisation.id"), tenantId);
        return span;
    }

    /// <summary>Says on an activity how often a call was sent again.</summary>
    public static void Describe(TelemetrySpan span, XeroCall call)
    {
        span.Tag(Status, call.Status);
        span.Tag("http.request.resend_count", call.Sends > 1 ? call.Sends - 1 : null);
    }

    /// <summary>Says on an activity what was answered.</summary>
    public static void Describe(TelemetrySpan span, int status)
    {
        span.Tag(Status, status);
        if (status >= 400)
        {
            span.Fail(Text(status));
        }
    }

    /// <summary>Marks an activity whose call failed.</summary>
    /// <returns>False, for an exception filter: the exception goes on.</returns>
    public static bool Fail(TelemetrySpan span, XeroCall call, Exception exception)
    {
        Describe(span, call);
        span.Fail(exception switch
        {
            XeroApiException { Kind: var kind } => AccountingTelemetry.ValueOf(kind),
            XeroIdentityException { Fault: var fault } => AccountingTelemetry.ValueOf(fault),
            _ => Silence(exception),
        });
        return false;
    }

    public void Answered(HttpRequestMessage request, string template, HttpResponseMessage response, TimeSpan elapsed)
    {
        var status = (int)response.StatusCode;
        var tags = Tags(request, template);
        tags.Add(Status, status);
        if (status >= 400)
        {
            tags.Add(Error, Text(status));
        }

        _received.Record(response.Content.Headers.ContentLength ?? 0, tags);
        Sent(request, elapsed, tags);
    }

    public void Unanswered(HttpRequestMessage request, string template, Exception exception, TimeSpan elapsed)
    {
        var tags = Tags(request, template);
        tags.Add(Error, Silence(exception));
        Sent(request, elapsed, tags);
    }

    /// <summary>Why nothing came back, in one of few words.</summary>
    public static string Silence(Exception exception) => exception switch
    {
        OperationCanceledException => "cancelled",
        Polly.Timeout.TimeoutRejectedException => "timeout",
        _ => "no_answer",
    };

    private void Sent(HttpRequestMessage request, TimeSpan elapsed, in TagList tags)
    {
        _duration.Record(elapsed.TotalSeconds, tags);
        if (request.Content?.Headers.ContentLength is { } length)
        {
            _sent.Record(length, tags);
        }
    }

    private static TagList Tags(HttpRequestMessage request, string template) => new()
    {
        { Method, request.Method.Method },
        { Template, template },
    };

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<Measurement<long>> Remaining(RateGates gates)
    {
        foreach (var (tenantId, standing) in gates.Standings())
        {
            yield return Left(tenantId, "minute", standing.MinuteLeft);
            if (standing.DayLeft is { } day)
            {
                yield return Left(tenantId, "day", day);
            }
        }
    }

    private Measurement<long> Left(string tenantId, string limit, int left) =>
        new(left, new(_telemetry.Name("limit"), limit), new(_telemetry.Name("organisation.id"), tenantId));

    private static IEnumerable<Measurement<double>> Age(TokenAges ages) => ages.Oldest() is { } age ? [new(age.TotalSeconds)] : [];
}
