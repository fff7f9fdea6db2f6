namespace Kompass.Accounting;

/// <summary>How many of something, and which, in words.</summary>
internal static class Counted
{
    /// <summary>Such as "1 change" or "12 changes".</summary>
    public static string Of(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {Noun(count, what)}");

    /// <summary>Such as "client C2", "documents 7, 8" or, beyond the most that are named, "documents 7, 8 and 3 more"; null for none.</summary>
    public static string? Listed<T>(string what, IReadOnlyCollection<T> ids, int most = int.MaxValue)
    {
        if (ids.Count == 0)
        {
            return null;
        }

        var named = $"{Noun(ids.Count, what)} {string.Join(", ", ids.Take(most))}";
        return ids.Count <= most ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {ids.Count - most} more");
    }

    private static string Noun(int count, string what) => count == 1 ? what : $"{what}s";
}
