using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kompass.Xero.AspNetCore;

/// <summary>How values are written for people.</summary>
internal static partial class Texts
{
    /// <summary>An instant as it is told in a zone, with how far that is from UTC: <c>1 Jun 2026 10:00 UTC+1</c>.</summary>
    public static string Instant(DateTimeOffset? instant, TimeZoneInfo zone)
    {
        if (instant is not { } known)
        {
            return "–";
        }

        var local = TimeZoneInfo.ConvertTime(known, zone);
        var offset = local.Offset == TimeSpan.Zero
            ? ""
            : $"{(local.Offset < TimeSpan.Zero ? "-" : "+")}{local.Offset.Duration().Hours}{(local.Offset.Minutes == 0 ? "" : $":{local.Offset.Duration().Minutes:00}")}";
        return string.Create(CultureInfo.InvariantCulture, $"{local:d MMM yyyy HH:mm} UTC{offset}");
    }

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Number(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    public static string Money(decimal value) => value.ToString("#,##0.00", CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{Number(count)} {many}";

    /// <summary>How often something is done, in the largest whole unit: <c>every hour</c>, <c>every 15 minutes</c>.</summary>
    public static string Every(TimeSpan span) => span switch
    {
        _ when span.Ticks % TimeSpan.TicksPerDay == 0 => Every((int)span.TotalDays, "day"),
        _ when span.Ticks % TimeSpan.TicksPerHour == 0 => Every((int)span.TotalHours, "hour"),
        _ when span.Ticks % TimeSpan.TicksPerMinute == 0 => Every((int)span.TotalMinutes, "minute"),
        _ => Every((int)span.TotalSeconds, "second"),
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

    private static string Every(int count, string unit) => count == 1 ? $"every {unit}" : $"every {Number(count)} {unit}s";

    [GeneratedRegex(@"\b[Vv]at\b", RegexOptions.NonBacktracking)]
    private static partial Regex Vat();
}
