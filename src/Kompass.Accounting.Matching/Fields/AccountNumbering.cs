namespace Kompass.Accounting.Matching;

/// <summary>
/// Finds out whether the account numbers of two lists are one numbering. Where each side counts from 1 by itself, an equal number says
/// nothing, and another number does not contradict an equal name.
/// </summary>
internal static class AccountNumbering
{
    private const int FewestToDoubt = 3;

    internal static bool IsShared(Entry[] left, Entry[] right)
    {
        var byNumber = Unique(right, entry => entry.Fields.AccountNumber);
        var numbered = Unique(left, entry => entry.Fields.AccountNumber);
        if (byNumber.Count == 0 || numbered.Count == 0)
        {
            return true;
        }

        var byName = Unique(right, entry => entry.Reading?.CompactHash);
        var (agree, disagree) = (0, 0);
        foreach (var (number, entry) in numbered)
        {
            if (byNumber.TryGetValue(number, out var sameNumber))
            {
                var areAlike = entry.Words.AsSpan().ContainsAny(sameNumber.Words);
                agree += areAlike ? 1 : 0;
                disagree += areAlike ? 0 : 1;
            }

            if (entry.Reading?.CompactHash is { } name && byName.TryGetValue(name, out var sameName) && sameName.Fields.AccountNumber is { } other)
            {
                disagree += other == number ? 0 : 1;
            }
        }

        return disagree < FewestToDoubt || disagree <= agree;
    }

    private static Dictionary<string, Entry> Unique(Entry[] entries, Func<Entry, string?> valueOf) =>
        Alone(entries.Where(entry => valueOf(entry) is not null).GroupBy(entry => valueOf(entry)!, StringComparer.Ordinal));

    private static Dictionary<ulong, Entry> Unique(Entry[] entries, Func<Entry, ulong?> valueOf) =>
        Alone(entries.Where(entry => valueOf(entry) is not null).GroupBy(entry => valueOf(entry)!.Value));

    private static Dictionary<TValue, Entry> Alone<TValue>(IEnumerable<IGrouping<TValue, Entry>> groups)
        where TValue : notnull =>
        groups.Where(group => group.Take(2).Count() == 1).ToDictionary(group => group.Key, group => group.First());
}
