using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

/// <summary>Neither a body nor a key nor a signature is ever logged.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(6050, LogLevel.Information, "A webhook was received: {Stored} changed records wait for the next run, {Known} waited already")]
    public static partial void Received(ILogger log, int stored, int known);

    [LoggerMessage(6051, LogLevel.Information, "Events of a webhook were dropped: {NotConnected} of organisations that no configuration is connected to, {Others} of other kinds, {Unreadable} unreadable")]
    public static partial void Dropped(ILogger log, int notConnected, int others, int unreadable);

    [LoggerMessage(6052, LogLevel.Warning, "A webhook was refused: {Outcome}")]
    public static partial void Refused(ILogger log, WebhookOutcome outcome);

    [LoggerMessage(6053, LogLevel.Error, "A webhook with a right signature cannot be read; it was answered as received, since Xero would only send it again")]
    public static partial void Unreadable(ILogger log);

    [LoggerMessage(6054, LogLevel.Error, "A webhook could not be stored; Xero sends it again")]
    public static partial void Failed(ILogger log, Exception failure);
}
