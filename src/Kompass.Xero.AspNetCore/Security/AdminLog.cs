using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

internal static partial class AdminLog
{
    [LoggerMessage(6001, LogLevel.Warning, "A request to {Path} was refused: it came from another site ({Site})")]
    public static partial void CrossSiteRefused(ILogger log, string path, string site);

    [LoggerMessage(6002, LogLevel.Warning, "A request to {Path} was refused: its antiforgery token is missing or not valid")]
    public static partial void TokenRefused(ILogger log, string path);

    [LoggerMessage(6003, LogLevel.Warning, "Xero failed a request to {Path}")]
    public static partial void LedgerFailed(ILogger log, string path, Exception failure);

    [LoggerMessage(6015, LogLevel.Error, "Kompass failed a request to {Path}")]
    public static partial void KompassFailed(ILogger log, string path, Exception failure);

    [LoggerMessage(6004, LogLevel.Information, "The answer to an authorisation came to {Outcome}")]
    public static partial void AuthorisationAnswered(ILogger log, ConnectOutcome outcome);

    [LoggerMessage(6005, LogLevel.Warning, "A download link was refused: {Reason}")]
    public static partial void LinkRefused(ILogger log, string reason);

    [LoggerMessage(6006, LogLevel.Information, "{Kind} of configuration {Configuration}, asked for by {User}, begins")]
    public static partial void JobStarted(ILogger log, JobKind kind, ConfigurationId configuration, string user);

    [LoggerMessage(6007, LogLevel.Error, "{Kind} of configuration {Configuration} failed")]
    public static partial void JobFailed(ILogger log, JobKind kind, ConfigurationId configuration, Exception failure);

    [LoggerMessage(6008, LogLevel.Error, "The e-mail about report {Report} could not be sent")]
    public static partial void MailFailed(ILogger log, ReconciliationId report, Exception failure);
}
