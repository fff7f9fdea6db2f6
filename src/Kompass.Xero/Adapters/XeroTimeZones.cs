namespace Kompass.Xero;

/// <summary>Xero names a time zone as Windows does, in capitals and without blanks: <c>NEWZEALANDSTANDARDTIME</c>.</summary>
internal static class XeroTimeZones
{
    private static readonly Lazy<Dictionary<string, string>> WindowsIds = new(Collect);

    /// <summary>The zone; UTC where the name is not known.</summary>
    public static TimeZoneInfo Find(string? name) =>
        name is not null
        && WindowsIds.Value.TryGetValue(Squeeze(name), out var id)
        && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : TimeZoneInfo.Utc;

    private static Dictionary<string, string> Collect()
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            var windowsId = !zone.HasIanaId ? zone.Id
                : TimeZoneInfo.TryConvertIanaIdToWindowsId(zone.Id, out var converted) ? converted
                : null;
            if (windowsId is not null)
            {
                ids.TryAdd(Squeeze(windowsId), windowsId);
            }
        }

        return ids;
    }

    private static string Squeeze(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
