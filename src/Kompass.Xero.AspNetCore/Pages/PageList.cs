using System.Globalization;

namespace Kompass.Xero.AspNetCore;

/// <summary>One page of a long list.</summary>
/// <param name="Items">What is shown.</param>
/// <param name="Number">The page, from 1.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record PageList<T>(IReadOnlyList<T> Items, int Number, int Total)
{
    /// <summary>How many are shown on a page.</summary>
    public int PageSize { get; init; } = PageList.Size;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public static PageList<T> Of(IReadOnlyList<T> all, HttpContext http) => Of(all, PageList.NumberOf(http), PageList.Size);

    /// <summary>The page that is asked for, of pages of another size.</summary>
    public static PageList<T> Of(IReadOnlyList<T> all, int asked, int size)
    {
        var number = Math.Clamp(asked, 1, Math.Max(1, (all.Count + size - 1) / size));
        return new([.. all.Skip((number - 1) * size).Take(size)], number, all.Count) { PageSize = size };
    }
}

/// <summary>What holds for each list.</summary>
internal static class PageList
{
    public const int Size = 50;

    /// <summary>The page that the address asks for, from 1.</summary>
    public static int NumberOf(HttpContext http) => NumberOf(http.Request.Query["page"].ToString());

    /// <summary>The page that a field asks for, from 1.</summary>
    public static int NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 1_000_000) : 1;
}
