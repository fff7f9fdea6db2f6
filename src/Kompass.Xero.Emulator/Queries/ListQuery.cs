using System.Globalization;

namespace Kompass.Xero.Emulator;

/// <summary>The filters, the order and the pages that all lists share.</summary>
internal static class ListQuery
{
    private const string UpdatedDateUtc = "UpdatedDateUTC";
    private const string ByChange = UpdatedDateUtc + " ASC";

    /// <summary>The items that changed after the caller's watermark.</summary>
    public static IEnumerable<T> ChangedSince<T>(this IEnumerable<T> items, AccountingCall call, Func<T, DateTimeOffset> updated)
    {
        if (call.Request.Header("If-Modified-Since") is not { Length: > 0 } header)
        {
            return items;
        }

        var since = Watermark(header, call.Switches);
        return call.Switches.IfModifiedSinceIsInclusive
            ? items.Where(item => Seconds(updated(item)) >= since)
            : items.Where(item => Seconds(updated(item)) > since);
    }

    public static IEnumerable<T> Where<T>(
        this IEnumerable<T> items, AccountingCall call, IReadOnlyDictionary<string, Func<T, object?>> fields, Indexes? indexes = null)
    {
        if (call.Request.Query["where"] is not { Length: > 0 } text)
        {
            return items;
        }

        var (condition, isIndexed) = WhereParser<T>.Parse(text, fields, indexes);
        return (isIndexed ? items : Unindexed(items, call)).Where(condition);
    }

    public static IEnumerable<T> InOrder<T>(
        this IEnumerable<T> items, AccountingCall call, IReadOnlyDictionary<string, Func<T, object?>> fields, Func<T, Guid> id, Indexes? indexes = null)
    {
        var order = call.Request.Query["order"] is { Length: > 0 } text ? text : ByChange;
        if (order == ByChange && fields.TryGetValue(UpdatedDateUtc, out var updated) && ChangeOrder.Holds(items, updated, id) is { } asTheyCome)
        {
            return asTheyCome;
        }

        IOrderedEnumerable<T>? sorted = null;
        foreach (var term in order.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!fields.TryGetValue(words[0], out var field) || words.Length > 2
                || (words.Length == 2 && !words[1].Equals("ASC", StringComparison.OrdinalIgnoreCase) && !words[1].Equals("DESC", StringComparison.OrdinalIgnoreCase)))
            {
                throw new QueryException($"The order '{term}' cannot be read");
            }

            if (indexes?.Order.Contains(words[0]) == false)
            {
                items = Unindexed(items, call);
            }

            var descending = words.Length == 2 && words[1].Equals("DESC", StringComparison.OrdinalIgnoreCase);
            sorted = (sorted, descending) switch
            {
                (null, false) => items.OrderBy(field, FieldComparer.Instance),
                (null, true) => items.OrderByDescending(field, FieldComparer.Instance),
                ({ } some, false) => some.ThenBy(field, FieldComparer.Instance),
                ({ } some, true) => some.ThenByDescending(field, FieldComparer.Instance),
            };
        }

        return sorted is null ? items.OrderBy(id) : sorted.ThenBy(id);
    }

    /// <summary>One page of a list that is paged when asked, or all of it.</summary>
    public static EmulatedResponse Answer<T>(
        AccountingCall call, string plural, IReadOnlyList<T> all, Action<System.Text.Json.Utf8JsonWriter, T> write)
    {
        if (all.Count == 0 && call.Switches.NotModifiedIs304 && call.Request.Header("If-Modified-Since") is not null)
        {
            return new EmulatedResponse { Status = 304 };
        }

        if (!call.IsPaged)
        {
            return Answers.List(call, plural, all, write);
        }

        var start = (int)Math.Min(int.MaxValue, (call.Page - 1L) * call.PageSize);
        var page = all.Skip(start).Take(call.PageSize).ToList();
        if (call.RepeatsAcrossPages && start > 0 && start <= all.Count)
        {
            page.Insert(0, all[start - 1]);
        }

        return Answers.List(call, plural, page, write, all.Count);
    }

    public static HashSet<Guid>? Ids(this AccountingCall call, string name) => call.List(name) is { } texts
        ? [.. texts.Select(text => Guid.TryParse(text, out var id) ? id : throw new QueryException($"'{text}' in {name} is not a GUID"))]
        : null;

    private static IEnumerable<T> Unindexed<T>(IEnumerable<T> items, AccountingCall call)
    {
        call.UsesUnindexedFilter = true;
        var most = call.Context.Options.MaxRecordsForUnindexedFilters;
        var some = items as IReadOnlyCollection<T> ?? [.. items];
        return some.Count <= most
            ? some
            : throw new QueryException($"The filter or order has no index and would read more than {most} records. Narrow it, or use indexed members only.");
    }

    private static DateTimeOffset Watermark(string header, EmulatorSwitches switches)
    {
        string[] iso = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", "yyyy-MM-dd"];
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(header, iso, CultureInfo.InvariantCulture, Utc, out var since)
            || (switches.AcceptsRfc1123Dates && DateTimeOffset.TryParseExact(header, "R", CultureInfo.InvariantCulture, Utc, out since)))
        {
            return Seconds(since);
        }

        throw new QueryException($"If-Modified-Since '{header}' is not in the form yyyy-MM-ddTHH:mm:ss");
    }

    private static DateTimeOffset Seconds(DateTimeOffset value) => new(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private sealed class FieldComparer : IComparer<object?>
    {
        public static readonly FieldComparer Instance = new();

        public int Compare(object? x, object? y) => (x, y) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            (string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
            (IComparable a, _) => a.CompareTo(y),
            _ => 0,
        };
    }
}
