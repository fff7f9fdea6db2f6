using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Reads the pairs that are known to be true: <c>left_id</c>, <c>right_id</c>, and <c>one_to_one</c> where only some count for that measure.</summary>
internal static class TruthFile
{
    private const string OneToOne = "one_to_one";

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">The file is missing or empty, a column is missing, or a pair names a record that is in neither list.</exception>
    public static Truth Read(string path, IEnumerable<MatchRecord> left, IEnumerable<MatchRecord> right)
    {
        var (lefts, rights) = (Keys(left), Keys(right));
        using var table = Table.Open(path, "left_id", "right_id");
        var pairs = new List<TruthPair>();
        while (table.Read())
        {
            var pair = new TruthPair(table["left_id"], table["right_id"], table.First([OneToOne])?.Trim() != "0");
            if (!lefts.Contains(pair.Left) || !rights.Contains(pair.Right))
            {
                var (column, id, side) = lefts.Contains(pair.Left) ? ("right_id", pair.Right, "right") : ("left_id", pair.Left, "left");
                throw table.Problem($"no record of the {side} list has the {column} '{id}'.");
            }

            pairs.Add(pair);
        }

        return pairs.Count == 0
            ? throw new InputException($"{path} holds no pair, so there is nothing to measure against.")
            : new(pairs, table.Has(OneToOne));
    }

    private static HashSet<string> Keys(IEnumerable<MatchRecord> records) => records.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
}
