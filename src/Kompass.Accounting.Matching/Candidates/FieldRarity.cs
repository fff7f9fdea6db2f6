namespace Kompass.Accounting.Matching;

/// <summary>How many records of each side have a value. What many share proves little.</summary>
internal sealed class FieldRarity
{
    private readonly Dictionary<FieldKey, int> _left = [];
    private readonly Dictionary<FieldKey, int> _right = [];

    /// <summary>False where the account numbers of the two sides have nothing to do with each other.</summary>
    internal bool SharesAccountNumbers { get; set; } = true;

    internal int Of(FieldKind kind, string value)
    {
        var key = new FieldKey(kind, value);
        return Math.Max(1, Math.Max(_left.GetValueOrDefault(key), _right.GetValueOrDefault(key)));
    }

    internal void AddLeft(Entry entry) => Count(_left, entry, 1);

    internal void AddRight(Entry entry) => Count(_right, entry, 1);

    internal void RemoveRight(Entry entry) => Count(_right, entry, -1);

    /// <summary>
    /// Whether two different values contradict each other: one of them is known on the other side, where it belongs to somebody else.
    /// If neither is, each side may simply have a numbering of its own.
    /// </summary>
    internal bool BelongToOthers(FieldKind kind, string left, string right) =>
        _right.ContainsKey(new(kind, left)) || _left.ContainsKey(new(kind, right));

    private static void Count(Dictionary<FieldKey, int> counts, Entry entry, int change)
    {
        foreach (var key in entry.Fields.Keys)
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
