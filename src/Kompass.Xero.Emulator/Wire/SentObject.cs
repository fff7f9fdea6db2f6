using System.Globalization;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Reads the members of a posted JSON object; a member of the wrong kind refuses the whole request, as on Xero.</summary>
internal static class SentObject
{
    // What is multiplied and summed stays a number.
    private const decimal LargestNumber = 10_000_000_000_000m;

    public static bool Sent(this JsonObject source, string name) => source.ContainsKey(name) && source[name] is not null;

    /// <summary>The text sent, or <see langword="null"/> when the member is absent or null.</summary>
    public static string? Text(this JsonObject source, string name) => source[name] switch
    {
        null => null,
        JsonValue value => Characters(value) ?? throw Wrong(name, "text"),
        _ => throw Wrong(name, "text"),
    };

    /// <summary>The text sent; empty clears, absence keeps.</summary>
    public static string? TextOr(this JsonObject source, string name, string? kept) =>
        source.Sent(name) ? NullIfEmpty(source.Text(name)) : kept;

    public static decimal? Number(this JsonObject source, string name)
    {
        if (source[name] is not { } node)
        {
            return null;
        }

        if (node is JsonValue value)
        {
            var text = value.ToString();
            if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= LargestNumber)
            {
                return number;
            }

            if (text.Length == 0)
            {
                return null;
            }
        }

        throw Wrong(name, "a number");
    }

    public static bool? Flag(this JsonObject source, string name) => source[name] switch
    {
        null => null,
        JsonValue value when bool.TryParse(value.ToString(), out var flag) => flag,
        _ => throw Wrong(name, "true or false"),
    };

    public static Guid? Id(this JsonObject source, string name)
    {
        var text = source.Text(name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Guid.TryParse(text, out var id) ? id == Guid.Empty ? null : id : throw Wrong(name, "a GUID");
    }

    public static DateOnly? Day(this JsonObject source, string name)
    {
        var text = source.Text(name);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return XeroDate.TryParseDay(text, out var day) ? day : throw Wrong(name, "a date such as 2026-11-22");
    }

    public static JsonObject? Child(this JsonObject source, string name) => source[name] switch
    {
        null => null,
        JsonObject child => child,
        _ => throw Wrong(name, "an object"),
    };

    /// <summary>The objects of an array, or <see langword="null"/> when the member is absent or null.</summary>
    public static List<JsonObject>? Children(this JsonObject source, string name) => source[name] switch
    {
        null => null,
        JsonArray array => [.. array.Select(item => item as JsonObject ?? throw Wrong(name, "an array of objects"))],
        _ => throw Wrong(name, "an array"),
    };

    // Null for half a character, as in "\ud800".
    private static string? Characters(JsonValue value)
    {
        try
        {
            return value.ToString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static PostDataException Wrong(string name, string expected) =>
        new($"JSON for post data was invalid, the value of '{name}' is not {expected}.");
}
