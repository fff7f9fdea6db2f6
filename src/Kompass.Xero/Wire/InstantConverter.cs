using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kompass.Xero.Wire;

/// <summary>An instant in UTC; blank and null are "none".</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.GetString(),
            _ => throw new JsonException("A date is neither text nor null."),
        };
        return string.IsNullOrWhiteSpace(text) ? null
            : XeroDates.TryRead(text, out var instant) ? instant
            : throw new JsonException("A date is in neither of Xero's forms.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } instant)
        {
            writer.WriteStringValue(instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
