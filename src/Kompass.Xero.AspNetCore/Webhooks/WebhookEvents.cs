namespace Kompass.Xero.AspNetCore;

/// <summary>What a payload tells.</summary>
/// <param name="Changes">The changes of contacts, invoices and credit notes.</param>
/// <param name="Others">How many events are about something else.</param>
/// <param name="Unreadable">How many events are about one of those, and do not say which.</param>
internal sealed record WebhookEvents(IReadOnlyList<RemoteChange> Changes, int Others, int Unreadable);
