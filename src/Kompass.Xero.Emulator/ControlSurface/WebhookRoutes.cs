namespace Kompass.Xero.Emulator;

/// <summary>The subscription to webhooks and their delivery.</summary>
internal static class WebhookRoutes
{
    public static readonly IReadOnlyList<ControlRoute> All =
    [
        ControlRoute.Of("GET", "webhook", "Shows the subscription, its state and every POST so far.", call => new
        {
            call.Control.Webhooks.Subscription,
            call.Control.Webhooks.State,
            call.Control.Webhooks.Pending,
            call.Control.Webhooks.NextAttemptAt,
            call.Control.Webhooks.Attempts,
            call.Control.Webhooks.Emails,
        }),
        ControlRoute.Of("PUT", "webhook", "Names the receiver: url, signingKey, categories (separated by blanks); answers the signing key.", call =>
            call.Control.Webhooks.Subscribe(
                new Uri(call.Required("url"), UriKind.Absolute),
                call.Body.TextOr("signingKey", null),
                call.Body.TextOr("categories", "")!.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
        ControlRoute.Of("DELETE", "webhook", "Removes the receiver.", call => call.Control.Webhooks.Unsubscribe()),
        new("POST", "webhook/check", "Checks the intent to receive; answers whether the receiver passed.", async (call, ct) =>
            new { Passes = await call.Control.Webhooks.CheckIntentAsync(ct) }),
        new("POST", "webhook/deliver", "Delivers what is due; answers the attempts.", async (call, ct) => await call.Control.Webhooks.DeliverAsync(ct)),
    ];
}
