namespace Kompass.Xero.Emulator;

/// <summary>The app's one subscription to webhooks, as the portal shows it. Immutable.</summary>
/// <param name="Url">Where payloads are posted.</param>
/// <param name="SigningKey">The key of the signatures.</param>
/// <param name="Categories">The categories of events, such as CONTACT.</param>
public sealed record WebhookSubscription(Uri Url, string SigningKey, IReadOnlyList<string> Categories);
