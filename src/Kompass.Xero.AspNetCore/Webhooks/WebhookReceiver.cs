using Microsoft.Extensions.Logging;

namespace Kompass.Xero.AspNetCore;

/// <summary>Stores what a payload tells of connected organisations, so that nothing is lost once it is answered.</summary>
internal sealed class WebhookReceiver(
    IConfigurationStore configurations, IRemoteChangeInbox inbox, WebhookTelemetry telemetry, ILogger<WebhookReceiver> log)
{
    public async Task StoreAsync(WebhookEvents events, CancellationToken cancellationToken)
    {
        var changes = events.Changes.Count == 0 ? [] : await ConnectedAsync(events.Changes, cancellationToken);
        var stored = changes.Count == 0 ? 0 : await inbox.StoreAsync(changes, cancellationToken);
        var foreign = events.Changes.Count - changes.Count;
        telemetry.Took(WebhookEventOutcome.Stored, stored);
        telemetry.Took(WebhookEventOutcome.Known, changes.Count - stored);
        telemetry.Took(WebhookEventOutcome.NotConnected, foreign);
        telemetry.Took(WebhookEventOutcome.OtherKind, events.Others);
        telemetry.Took(WebhookEventOutcome.Unreadable, events.Unreadable);
        WebhookLog.Received(log, stored, changes.Count - stored);
        if (foreign + events.Others + events.Unreadable > 0)
        {
            WebhookLog.Dropped(log, foreign, events.Others, events.Unreadable);
        }
    }

    private async Task<IReadOnlyCollection<RemoteChange>> ConnectedAsync(IReadOnlyList<RemoteChange> changes, CancellationToken cancellationToken)
    {
        var connected = (await configurations.ListAsync(cancellationToken))
            .Select(configuration => configuration.Connection?.OrganisationId)
            .ToHashSet();
        return [.. changes.Where(change => connected.Contains(change.OrganisationId))];
    }
}
