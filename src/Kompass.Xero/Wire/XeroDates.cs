using System.Globalization;

namespace Kompass.Xero.Wire;

/// <summary>
/// Xero's two date forms: <c>/Date(1518685950940+0000)/</c>, whose number is milliseconds of UTC whatever the suffix says, and ISO 8601
/// without a zone, which is UTC too.
/// </summary>
internal static class XeroDates
{
    private const string Prefix = "/Date(";

    private const string Suffix = ")/";

    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        instant = default;
        return text.StartsWith(Prefix, StringComparison.Ordinal) && text.EndsWith(Suffix, StringComparison.Ordinal)
            ? TryReadNumber(text.AsSpan(Prefix.Length, text.Length - Prefix.Length - Suffix.Length), out instant)
            : DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces,
                out instant);
    }

    private static bool TryReadNumber(ReadOnlySpan<char> inner, out DateTimeOffset instant)
    {
        instant = default;

        // A sign in first place belongs to the number: dates before 1970.
        var zone = inner.Length > 1 ? inner[1..].IndexOfAny('+', '-') : -1;
        var number = zone < 0 ? inner : inner[..(zone + 1)];
        if (!long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        instant = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }
}
