using System.Globalization;

namespace Kompass.Xero.AspNetCore;

/// <summary>The times between two runs that the form offers, as minutes.</summary>
internal static class Schedules
{
    private static readonly TimeSpan[] Offered =
    [
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
    ];

    /// <summary>The choices, with the present one even where it is not among those offered.</summary>
    /// <param name="chosen">The present choice.</param>
    /// <param name="host">The host's interval; null where it runs no worker.</param>
    public static IEnumerable<(string Value, string Text)> For(string chosen, TimeSpan? host)
    {
        yield return ("", host is { } interval ? $"As the host sets it: {Texts.Every(interval)}" : "As the host sets it");
        var all = TryRead(chosen, out var present) && present is { } kept ? Offered.Append(kept) : Offered;
        foreach (var span in all.Distinct().Order())
        {
            yield return (Write(span), $"E{Texts.Every(span)[1..]}");
        }
    }

    public static string Write(TimeSpan? interval) => interval?.TotalMinutes.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>False when the text is none; where it is empty the host's interval counts.</summary>
    public static bool TryRead(string text, out TimeSpan? interval)
    {
        var isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 1_000_000;
        interval = isNumber ? TimeSpan.FromMinutes(minutes) : null;
        return isNumber || text.Length == 0;
    }
}
