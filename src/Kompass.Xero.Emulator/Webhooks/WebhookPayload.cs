using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary>The bytes of a payload and their signature.</summary>
internal static class WebhookPayload
{
    public static byte[] Write(IReadOnlyList<WebhookEvent> events, string entropy, bool upperCamel)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray(Name("events", upperCamel));
            foreach (var one in events)
            {
                Write(writer, one, upperCamel);
            }

            writer.WriteEndArray();
            writer.WriteNumber(Name("lastEventSequence", upperCamel), events.Count == 0 ? 0 : events.Max(one => one.Sequence));
            writer.WriteNumber(Name("firstEventSequence", upperCamel), events.Count == 0 ? 0 : events.Min(one => one.Sequence));
            writer.WriteString(Name("entropy", upperCamel), entropy);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The signature: HMAC-SHA256 of the very bytes under the key as UTF-8, in Base64.</summary>
    public static string Sign(byte[] body, string key) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), body));

    private static void Write(Utf8JsonWriter writer, WebhookEvent one, bool upperCamel)
    {
        writer.WriteStartObject();
        writer.WriteString(Name("resourceUrl", upperCamel), one.ResourceUrl);
        writer.WriteString(Name("resourceId", upperCamel), one.ResourceId);
        writer.WriteString(Name("eventDateUtc", upperCamel), one.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture));
        writer.WriteString(Name("eventType", upperCamel), (one.IsNew, upperCamel) switch
        {
            (true, false) => "CREATE",
            (true, true) => "Create",
            (false, false) => "UPDATE",
            _ => "Update",
        });
        writer.WriteString(Name("eventCategory", upperCamel), one.Category);
        writer.WriteString(Name("tenantId", upperCamel), one.TenantId);
        writer.WriteString(Name("tenantType", upperCamel), "ORGANISATION");
        if (one.Data is { } data)
        {
            writer.WriteStartObject("data");
            writer.WriteString("Type", data.Type);
            writer.WriteString("Status", data.Status);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static string Name(string name, bool upperCamel) => upperCamel ? char.ToUpperInvariant(name[0]) + name[1..] : name;
}
