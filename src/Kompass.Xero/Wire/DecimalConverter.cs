using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kompass.Xero.Wire;

/// <summary>An amount as a number or, in older shapes, as text; blank and null are "none". Never passes through a double.</summary>
internal sealed class DecimalConverter : JsonConverter<decimal?>
{
    public override bool HandleNull => true;

    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number when reader.TryGetDecimal(out var number) => number,
        JsonTokenType.String => Parse(reader.GetString()),
        _ => throw new JsonException("An amount is not a decimal number."),
    };

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static decimal? Parse(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw new JsonException("An amount is not a decimal number.");
}
