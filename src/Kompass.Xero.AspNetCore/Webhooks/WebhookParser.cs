using System.Text.Json;

namespace Kompass.Xero.AspNetCore;

/// <summary>
/// Reads payloads. Names are taken in upper or lower case, as Xero has written them both ways; members and kinds of events that are not
/// known are left out; one event that cannot be read leaves the others. Pure.
/// </summary>
internal static class WebhookParser
{
    private const int MostDepth = 32;

    /// <summary>Reads a payload.</summary>
    /// <param name="body">The bytes, whose signature is right.</param>
    /// <param name="receivedAt">When it came, for an event that does not say when it was.</param>
    /// <returns>What it tells; null when it is not a payload.</returns>
    public static WebhookEvents? Parse(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new() { MaxDepth = MostDepth });
            return Member(document.RootElement, "events") is { ValueKind: JsonValueKind.Array } events ? Read(events, receivedAt) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second comes of text that is no Unicode.
            return null;
        }
    }

    private static WebhookEvents Read(JsonElement events, DateTimeOffset receivedAt)
    {
        var changes = new List<RemoteChange>();
        var (others, unreadable) = (0, 0);
        foreach (var one in events.EnumerateArray())
        {
            try
            {
                if (KindOf(Text(one, "eventCategory")) is not { } kind)
                {
                    others++;
                }
                else if (Id(one, "tenantId") is { } tenant && Id(one, "resourceId") is { } resource)
                {
                    changes.Add(new(new(tenant), kind, resource, At(one) ?? receivedAt));
                }
                else
                {
                    unreadable++;
                }
            }
            catch (InvalidOperationException)
            {
                unreadable++;
            }
        }

        return new(changes, others, unreadable);
    }

    private static RemoteChangeKind? KindOf(string? category) => category?.ToUpperInvariant() switch
    {
        "CONTACT" => RemoteChangeKind.Contact,
        "INVOICE" => RemoteChangeKind.Invoice,
        "CREDITNOTE" => RemoteChangeKind.CreditNote,
        _ => null,
    };

    private static string? Id(JsonElement one, string name) => Guid.TryParse(Text(one, name), out var id) && id != Guid.Empty ? id.ToString() : null;

    /// <summary>The time has no zone and is UTC.</summary>
    private static DateTimeOffset? At(JsonElement one) =>
        Member(one, "eventDateUtc") is { ValueKind: JsonValueKind.String } at && at.TryGetDateTime(out var time)
            ? time.Kind == DateTimeKind.Unspecified ? new(time, TimeSpan.Zero) : new DateTimeOffset(time).ToUniversalTime()
            : null;

    private static string? Text(JsonElement one, string name) => Member(one, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Member(JsonElement one, string name)
    {
        if (one.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in one.EnumerateObject())
            {
                if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }
        }

        return null;
    }
}
