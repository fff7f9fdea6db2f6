using System.Globalization;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Amounts and dates as text, so that no database rounds or shifts them.</summary>
internal static class Amounts
{
    public static string ToText(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    public static string? ToText(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    public static decimal ToAmount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static decimal? ToAmountOrNull(string? text) => text is null ? null : ToAmount(text);

    public static string ToText(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly ToDate(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
