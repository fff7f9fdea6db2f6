using Microsoft.Extensions.Logging;

namespace Kompass.Xero;

internal static partial class IdentityLog
{
    [LoggerMessage(1001, LogLevel.Information, "Xero consent of user {UserId} exchanged, {ScopeCount} scopes granted")]
    public static partial void Exchanged(ILogger logger, string? userId, int scopeCount);

    [LoggerMessage(1002, LogLevel.Debug, "Xero token set of user {UserId} renewed until {ExpiresAt:u}")]
    public static partial void Refreshed(ILogger logger, string? userId, DateTimeOffset expiresAt);

    [LoggerMessage(1003, LogLevel.Warning, "Xero refused the refresh token of user {UserId}; the previous one is tried once")]
    public static partial void TryingPrevious(ILogger logger, string? userId);

    [LoggerMessage(1004, LogLevel.Information, "Xero token set of user {UserId} revoked")]
    public static partial void Revoked(ILogger logger, string? userId);

    [LoggerMessage(1005, LogLevel.Information, "Xero connection {ConnectionId} removed")]
    public static partial void Disconnected(ILogger logger, string connectionId);

    [LoggerMessage(1006, LogLevel.Error, "Xero no longer accepts the consent of user {UserId}; somebody has to connect again")]
    public static partial void ConsentEnded(ILogger logger, string? userId);

    [LoggerMessage(1007, LogLevel.Information, "Configuration {ConfigurationId} connected to Xero organisation {TenantId} by {RequestedBy}; {OtherCount} others granted")]
    public static partial void Connected(ILogger logger, Guid configurationId, string tenantId, string requestedBy, int otherCount);

    [LoggerMessage(1008, LogLevel.Information, "Configuration {ConfigurationId} disconnected from Xero organisation {TenantId} by {RequestedBy}")]
    public static partial void ConfigurationDisconnected(ILogger logger, Guid configurationId, string tenantId, string requestedBy);

    [LoggerMessage(1009, LogLevel.Warning, "Xero consent for configuration {ConfigurationId} came to nothing: {Outcome}")]
    public static partial void ConsentFailed(ILogger logger, Guid configurationId, string outcome);
}
