using Microsoft.Extensions.Logging;

namespace Kompass.Accounting.Mail;

/// <summary>Counts, never addresses or text.</summary>
internal static partial class MailLog
{
    [LoggerMessage(7000, LogLevel.Information, "Sent a notification of configuration {Configuration} to {Count} recipient(s)")]
    public static partial void Sent(this ILogger logger, ConfigurationId configuration, int count);

    [LoggerMessage(7001, LogLevel.Warning, "A notification of configuration {Configuration} did not reach {Count} of {Total} recipient(s)")]
    public static partial void NotSent(this ILogger logger, ConfigurationId configuration, int count, int total);
}
