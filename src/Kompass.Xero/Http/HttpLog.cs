using Microsoft.Extensions.Logging;

namespace Kompass.Xero;

internal static partial class HttpLog
{
    [LoggerMessage(2001, LogLevel.Warning, "Xero organisation {TenantId} ran into its {Limit} limit; pausing for {Pause}")]
    public static partial void Limited(ILogger logger, string tenantId, RateLimitKind limit, TimeSpan pause);

    [LoggerMessage(2002, LogLevel.Warning, "Xero call {Call} is tried again after {Delay} (attempt {Attempt}, {Reason})")]
    public static partial void Retrying(ILogger logger, string call, TimeSpan delay, int attempt, string reason);

    [LoggerMessage(2003, LogLevel.Debug, "Xero call {Call} answered {Status} with correlation id {CorrelationId}")]
    public static partial void Answered(ILogger logger, string call, int status, string? correlationId);

    [LoggerMessage(2004, LogLevel.Warning, "Xero call {Call} answered with a body that cannot be read; correlation id {CorrelationId}")]
    public static partial void Unreadable(ILogger logger, string call, string? correlationId);
}
