using System.Runtime.CompilerServices;

namespace Kompass.Xero.Emulator;

/// <summary>
/// Records by the time of their last change, then by id: the order of every list unless a caller asks for another. Sorted once per
/// state of the books, so that reading a large list page by page does not sort it again for each page.
/// </summary>
internal static class ChangeOrder
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyDictionary<Guid, T> records, Func<T, DateTimeOffset> updated)
        where T : class => Kept<T>.Lists.GetValue(records, known => Sort(known, updated));

    /// <summary>The items as a list if they are in this order already; otherwise <see langword="null"/>.</summary>
    public static List<T>? Holds<T>(IEnumerable<T> items, Func<T, object?> updated, Func<T, Guid> id)
    {
        List<T> list = [.. items];
        var (earlier, before) = (DateTime.MinValue, Guid.Empty);
        foreach (var item in list)
        {
            var (changed, key) = ((DateTime)updated(item)!, id(item));
            if (changed < earlier || (changed == earlier && key.CompareTo(before) < 0))
            {
                return null;
            }

            (earlier, before) = (changed, key);
        }

        return list;
    }

    private static T[] Sort<T>(IReadOnlyDictionary<Guid, T> records, Func<T, DateTimeOffset> updated)
    {
        var keyed = records.Select(record => (updated(record.Value).UtcTicks, Id: record.Key, record.Value)).ToArray();
        Array.Sort(keyed, static (x, y) => x.UtcTicks != y.UtcTicks ? x.UtcTicks.CompareTo(y.UtcTicks) : x.Id.CompareTo(y.Id));
        return [.. keyed.Select(entry => entry.Value)];
    }

    private static class Kept<T>
        where T : class
    {
        public static readonly ConditionalWeakTable<IReadOnlyDictionary<Guid, T>, T[]> Lists = [];
    }
}
