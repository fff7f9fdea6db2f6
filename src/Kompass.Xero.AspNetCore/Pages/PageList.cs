using System.Globalization;

namespace Kompass.Xero.AspNetCore;

/// <summary>One page of a long list.</summary>
/// <param name="Items">What is shown.</param>
/// <param name="Number">The page, from 1.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record PageList<T>(IReadOnlyList<T> Items, int Number, int Total)
{
    public const int Size = 50;

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public static PageList<T> Of(IReadOnlyList<T> all, HttpContext http)
    {
        var number = Math.Clamp(Asked(http), 1, Math.Max(1, (all.Count + Size - 1) / Size));
        return new([.. all.Skip((number - 1) * Size).Take(Size)], number, all.Count);
    }

    /// <summary>The page asked for, from 1; there may be fewer.</summary>
    public static int Asked(HttpContext http) =>
        int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, int.MaxValue / Size) : 1;
}
