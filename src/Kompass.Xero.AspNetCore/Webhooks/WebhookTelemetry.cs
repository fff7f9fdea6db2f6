using System.Diagnostics.Metrics;

namespace Kompass.Xero.AspNetCore;

/// <summary>Counts payloads and events.</summary>
internal sealed class WebhookTelemetry
{
    private readonly AccountingTelemetry _telemetry;
    private readonly Counter<long> _requests;
    private readonly Counter<long> _events;

    public WebhookTelemetry(AccountingTelemetry telemetry)
    {
        _telemetry = telemetry;
        _requests = telemetry.Meter.CreateCounter<long>(telemetry.Name("webhook.requests"), "{request}", "Requests to the webhook.");
        _events = telemetry.Meter.CreateCounter<long>(telemetry.Name("webhook.events"), "{event}", "Events in webhooks that were signed rightly.");
    }

    public void Answered(WebhookOutcome outcome) =>
        _requests.Add(1, new KeyValuePair<string, object?>(_telemetry.Name("webhook.outcome"), AccountingTelemetry.ValueOf(outcome)));

    public void Took(WebhookEventOutcome outcome, int count)
    {
        if (count > 0)
        {
            _events.Add(count, new KeyValuePair<string, object?>(_telemetry.Name("webhook.event.outcome"), AccountingTelemetry.ValueOf(outcome)));
        }
    }
}
