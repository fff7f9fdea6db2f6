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
        ["AUSCENTRALSTANDARDTIME"] = "Australia/Darwin",
        ["CANADACENTRALSTANDARDTIME"] = "America/Regina",
        ["CENAUSTRALIASTANDARDTIME"] = "Australia/Adelaide",
        ["CENTRALEUROPESTANDARDTIME"] = "Europe/Budapest",
        ["CENTRALSTANDARDTIME"] = "America/Chicago",
        ["CHINASTANDARDTIME"] = "Asia/Shanghai",
        ["EAUSTRALIASTANDARDTIME"] = "Australia/Brisbane",
        ["FIJISTANDARDTIME"] = "Pacific/Fiji",
        ["GREENWICHSTANDARDTIME"] = "Atlantic/Reykjavik",
        ["HAWAIIANSTANDARDTIME"] = "Pacific/Honolulu",
        ["INDIASTANDARDTIME"] = "Asia/Kolkata",
        ["MOUNTAINSTANDARDTIME"] = "America/Denver",
        ["SAMOASTANDARDTIME"] = "Pacific/Apia",
        ["TASMANIASTANDARDTIME"] = "Australia/Hobart",
        ["TOKYOSTANDARDTIME"] = "Asia/Tokyo",
        ["TONGASTANDARDTIME"] = "Pacific/Tongatapu",
        ["WAUSTRALIASTANDARDTIME"] = "Australia/Perth",
        ["UTC"] = "Etc/UTC",
    };

    /// <summary>The names that are known, in their order.</summary>
    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static bool Has(string xeroName) => Known.ContainsKey(xeroName);

    public static DateOnly Today(string xeroName, DateTimeOffset now)
    {
        var zone = Known.TryGetValue(xeroName, out var id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
    }
}
