using System.Globalization;
using System.Text.Json;

namespace Kompass.Xero.Emulator;

/// <summary>Dates and instants as Xero writes and reads them.</summary>
internal static class XeroDate
{
    public static string Instant(DateTimeOffset value) =>
        string.Create(CultureInfo.InvariantCulture, $"/Date({value.ToUnixTimeMilliseconds()}+0000)/");

    public static string InstantWithoutOffset(DateTimeOffset value) =>
        string.Create(CultureInfo.InvariantCulture, $"/Date({value.ToUnixTimeMilliseconds()})/");

    public static string Day(DateOnly value) => Instant(new DateTimeOffset(value, TimeOnly.MinValue, TimeSpan.Zero));

    public static string DayString(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00";

    public static string InstantString(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + "Z";

    public static void WriteDay(this Utf8JsonWriter writer, string name, DateOnly value) => writer.WriteString(name, Day(value));

    public static void WriteInstant(this Utf8JsonWriter writer, string name, DateTimeOffset value) =>
        writer.WriteString(name, Instant(value));

    public static bool TryParseDay(string text, out DateOnly day)
    {
        if (text.StartsWith("/Date(", StringComparison.Ordinal) && text.EndsWith(")/", StringComparison.Ordinal))
        {
            var inner = text[6..^2];
            var offset = inner.IndexOfAny(['+', '-'], 1);
            if (long.TryParse(offset > 0 ? inner[..offset] : inner, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms))
            {
                day = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime);
                return true;
            }
        }
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }
        else if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            // A local time with a zone moves to its UTC day, as on the real Xero.
            day = DateOnly.FromDateTime(instant.UtcDateTime);
            return true;
        }

        day = default;
        return false;
    }
}
