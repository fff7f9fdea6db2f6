namespace Kompass.Xero.Emulator;

/// <summary>Xero's names of time zones: the Windows names in capitals without blanks.</summary>
internal static class TimeZones
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMTSTANDARDTIME"] = "Europe/London",
        ["NEWZEALANDSTANDARDTIME"] = "Pacific/Auckland",
        ["AUSEASTERNSTANDARDTIME"] = "Australia/Sydney",
        ["EASTERNSTANDARDTIME"] = "America/New_York",
        ["PACIFICSTANDARDTIME"] = "America/Los_Angeles",
        ["WEUROPESTANDARDTIME"] = "Europe/Berlin",
        ["ROMANCESTANDARDTIME"] = "Europe/Paris",
        ["SINGAPORESTANDARDTIME"] = "Asia/Singapore",
        ["SOUTHAFRICASTANDARDTIME"] = "Africa/Johannesburg",
        ["UTC"] = "Etc/UTC",
    };

    public static DateOnly Today(string xeroName, DateTimeOffset now)
    {
        var zone = Known.TryGetValue(xeroName, out var id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
    }
}
