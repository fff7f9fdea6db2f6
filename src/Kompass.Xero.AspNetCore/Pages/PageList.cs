using System.Globalization;

namespace Kompass.Xero.AspNetCore;

/// <summary>One page of a long list.</summary>
/// <param name="Items">What is shown.</param>
/// <param name="Number">The page, from 1.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record PageList<T>(IReadOnlyList<T> Items, int Number, int Total)
{
    public int Pages => Math.Max(1, (Total + PageList.Size - 1) / PageList.Size);

    public static PageList<T> Of(IReadOnlyList<T> all, HttpContext http)
    {
        var number = Math.Clamp(PageList.NumberOf(http), 1, Math.Max(1, (all.Count + PageList.Size - 1) / PageList.Size));
        return new([.. all.Skip((number - 1) * PageList.Size).Take(PageList.Size)], number, all.Count);
    }
}

/// <summary>What holds for each list.</summary>
internal static class PageList
{
    public const int Size = 50;

    /// <summary>The page that the address asks for, from 1.</summary>
    public static int NumberOf(HttpContext http) =>
        int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 1_000_000) : 1;
}
