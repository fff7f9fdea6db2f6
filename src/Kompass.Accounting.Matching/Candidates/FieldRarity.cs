namespace Kompass.Accounting.Matching;

/// <summary>How many records of each side have a value. What many share proves little.</summary>
internal sealed class FieldRarity
{
    private const double SharedNumbering = 0.3;

    private readonly Dictionary<FieldKey, int> _left = [];
    private readonly Dictionary<FieldKey, int> _right = [];

    /// <summary>
    /// Whether both sides number their accounts alike. If hardly any number occurs on both sides, each has its own numbering,
    /// and different numbers mean nothing.
    /// </summary>
    internal bool AccountNumbersAreShared { get; private set; }

    internal int Of(FieldKind kind, string value)
    {
        var key = new FieldKey(kind, value);
        return Math.Max(1, Math.Max(_left.GetValueOrDefault(key), _right.GetValueOrDefault(key)));
    }

    internal void AddLeft(Entry entry) => Count(_left, entry, 1);

    internal void AddRight(Entry entry) => Count(_right, entry, 1);

    internal void RemoveRight(Entry entry) => Count(_right, entry, -1);

    internal void CompareNumbering()
    {
        var left = _left.Keys.Where(k => k.Kind == FieldKind.AccountNumber).ToList();
        var right = _right.Keys.Count(k => k.Kind == FieldKind.AccountNumber);
        var shared = left.Count(_right.ContainsKey);
        AccountNumbersAreShared = shared > 0 && shared >= SharedNumbering * Math.Min(left.Count, right);
    }

    private static void Count(Dictionary<FieldKey, int> counts, Entry entry, int change)
    {
        foreach (var key in entry.Fields.Keys())
        {
            var count = counts.GetValueOrDefault(key) + change;
            if (count > 0)
            {
                counts[key] = count;
            }
            else
            {
                counts.Remove(key);
            }
        }
    }
}
