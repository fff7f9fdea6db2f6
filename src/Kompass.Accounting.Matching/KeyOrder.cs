namespace Kompass.Accounting.Matching;

/// <summary>The positions of records in the ordinal order of their keys.</summary>
internal sealed class KeyOrder
{
    private readonly int[] _positions;

    /// <exception cref="ArgumentException">A record is null, or a key is null or occurs twice.</exception>
    internal KeyOrder(IReadOnlyList<MatchRecord> records, string side)
    {
        _positions = new int[records.Count];
        var keys = new string[records.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(records[i]);
            _positions[i] = i;
            keys[i] = records[i].Key ?? throw new ArgumentException(
                $"The record named '{records[i].Name}' on the {side} side has no key. Give every record a key that is unique on its side.");
        }

        Array.Sort(keys, _positions, StringComparer.Ordinal);
        for (var i = 1; i < keys.Length; i++)
        {
            if (string.Equals(keys[i], keys[i - 1], StringComparison.Ordinal))
            {
                throw new ArgumentException($"The key '{keys[i]}' occurs twice on the {side} side. Give every record a key that is unique on its side.");
            }
        }
    }

    internal int this[int rank] => _positions[rank];
}
