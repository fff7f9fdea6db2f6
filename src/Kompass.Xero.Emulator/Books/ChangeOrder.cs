using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Kompass.Xero.Emulator;

/// <summary>Records by the time of their last change, then by id: the order of every list. Sorted once per state of the books.</summary>
internal static class ChangeOrder
{
    public static IReadOnlyList<T> Of<T>(ImmutableDictionary<Guid, T> records, Func<T, DateTimeOffset> updated)
        where T : class => Kept<T>.Lists.GetValue(records, known => Sort(known, updated));

    private static T[] Sort<T>(ImmutableDictionary<Guid, T> records, Func<T, DateTimeOffset> updated)
    {
        var keyed = records.Select(record => (updated(record.Value).UtcTicks, Id: record.Key, record.Value)).ToArray();
        Array.Sort(keyed, static (x, y) => x.UtcTicks != y.UtcTicks ? x.UtcTicks.CompareTo(y.UtcTicks) : x.Id.CompareTo(y.Id));
        return [.. keyed.Select(entry => entry.Value)];
    }

    private static class Kept<T>
        where T : class
    {
        public static readonly ConditionalWeakTable<ImmutableDictionary<Guid, T>, T[]> Lists = [];
    }
}
