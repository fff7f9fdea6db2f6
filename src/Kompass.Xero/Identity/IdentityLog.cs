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
}
