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
        _ = int.TryParse(http.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked);
        var number = Math.Clamp(asked, 1, Math.Max(1, (all.Count + Size - 1) / Size));
        return new([.. all.Skip((number - 1) * Size).Take(Size)], number, all.Count);
    }
}
