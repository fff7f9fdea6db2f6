using System.Globalization;

namespace Kompass.Xero.AspNetCore;

/// <summary>Which part of a comparison a person looks at: kept in each address and form, so that nobody loses their place.</summary>
internal sealed record ReviewQuery
{
    public const int LongestFind = 200;
    private const int MostDone = 100;

    /// <summary>The comparison; null for the latest one.</summary>
    public ReconciliationId? Report { get; init; }

    public ReviewFilter Filter { get; init; }

    public string Find { get; init; } = "";

    public int Page { get; init; } = 1;

    /// <summary>The rows that were decided a moment ago, by number.</summary>
    public IReadOnlyList<int> Done { get; init; } = [];

    /// <summary>The comparison that those rows belong to: a newer one may have come meanwhile.</summary>
    public ReconciliationId? DoneOf { get; init; }

    /// <summary>True to show every row of the page ticked.</summary>
    public bool IsTicked { get; init; }

    /// <summary>False when the page is not to reload itself while a comparison is under way.</summary>
    public bool IsWatched { get; init; } = true;

    public static ReviewQuery Of(IQueryCollection query) => Read(name => query[name]) with
    {
        Done = [.. query["done"].ToString().Split('-').Select(Number).Where(number => number > 0).Take(MostDone)],
        DoneOf = ReconciliationId.TryParse(query["of"], out var decided) ? decided : null,
        IsTicked = query["tick"] == "page",
    };

    public static ReviewQuery Of(IFormCollection form) => Read(name => form[name]);

    /// <summary>The address of a part of the page.</summary>
    public string Address(AdminPaths paths, ConfigurationId configuration) => paths.To("/reconciliations", configuration) + Tail();

    /// <summary>What follows the configuration in an address.</summary>
    public string Tail() => string.Concat(Fields().Select(field => $"&{field.Name}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>The same as fields of a form or an address, those at their default left out.</summary>
    public IEnumerable<(string Name, string Value)> Fields()
    {
        if (Report is { } report)
        {
            yield return ("report", report.ToString());
        }

        if (Filter != ReviewFilter.All)
        {
            yield return ("show", ReviewFilters.ValueOf(Filter));
        }

        if (Find.Length > 0)
        {
            yield return ("find", Find);
        }

        if (Page > 1)
        {
            yield return ("page", Page.ToString(CultureInfo.InvariantCulture));
        }

        if (!IsWatched)
        {
            yield return ("watch", "no");
        }
    }

    private static ReviewQuery Read(Func<string, string?> value) => new()
    {
        Report = ReconciliationId.TryParse(value("report"), out var report) ? report : null,
        Filter = ReviewFilters.Of(value("show")),
        Find = Cut(value("find")?.Trim() ?? ""),
        Page = Math.Max(1, Number(value("page"))),
        IsWatched = value("watch") != "no",
    };

    private static string Cut(string text) => text.Length > LongestFind ? text[..LongestFind] : text;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
