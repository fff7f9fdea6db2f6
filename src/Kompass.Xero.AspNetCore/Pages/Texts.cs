using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kompass.Xero.AspNetCore;

/// <summary>How values are written for people.</summary>
internal static partial class Texts
{
    public static string Instant(DateTimeOffset? instant) =>
        instant is { } known ? known.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture) : "–";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Number(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    public static string Money(decimal value) => value.ToString("#,##0.00", CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{Number(count)} {many}";

    /// <summary>A time between two things, in its largest whole unit: <c>15 minutes</c>, <c>2 hours</c>.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } when span.Ticks % TimeSpan.TicksPerDay == 0 => Count((int)span.TotalDays, "day", "days"),
        { TotalHours: >= 1 } when span.Ticks % TimeSpan.TicksPerHour == 0 => Count((int)span.TotalHours, "hour", "hours"),
        { TotalMinutes: >= 1 } when span.Ticks % TimeSpan.TicksPerMinute == 0 => Count((int)span.TotalMinutes, "minute", "minutes"),
        _ => Count((int)span.TotalSeconds, "second", "seconds"),
    };

    /// <summary>The name of an enumeration's member as words: <c>NameTaken</c> becomes <c>Name taken</c>, <c>UnmappedVatRate</c> <c>Unmapped VAT rate</c>.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var character in value.ToString())
        {
            words.Append(char.IsUpper(character) && words.Length > 0 ? $" {char.ToLowerInvariant(character)}" : character);
        }

        return Vat().Replace(words.ToString(), "VAT");
    }

    public static string Modules(SyncModules modules) => modules switch
    {
        SyncModules.None => "None",
        SyncModules.Clients => "Clients",
        SyncModules.Invoices => "Invoices",
        _ => "Clients, Invoices",
    };

    [GeneratedRegex(@"\b[Vv]at\b", RegexOptions.NonBacktracking)]
    private static partial Regex Vat();
}
