using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kompass.Xero.Wire;

/// <summary>
/// A calendar date. Xero writes it as midnight in UTC: the date part of UTC is the date, in every time zone of this machine.
/// </summary>
internal sealed class DateConverter : JsonConverter<DateOnly?>
{
    private static readonly InstantConverter Instants = new();

    public override bool HandleNull => true;

    public override DateOnly? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instants.Read(ref reader, typeof(DateTimeOffset?), options) is { } instant ? DateOnly.FromDateTime(instant.UtcDateTime) : null;

    public override void Write(Utf8JsonWriter writer, DateOnly? value, JsonSerializerOptions options)
    {
        if (value is { } date)
        {
            writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
