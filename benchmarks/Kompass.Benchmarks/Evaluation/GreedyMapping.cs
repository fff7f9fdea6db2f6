using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>The plain one-to-one mapping of all candidates by falling confidence, as anybody would make it from the list of candidates.</summary>
internal static class GreedyMapping
{
    /// <summary>At most one answer for a row, and none that another row has; equals in the ordinal order of their keys.</summary>
    public static IEnumerable<Answer> Of(IEnumerable<MatchRow> rows, Truth truth)
    {
        var edges = rows.SelectMany(row => row.Candidates.Select(candidate => (row.LeftKey, Candidate: candidate))).ToList();
        edges.Sort((a, b) => Order(a, b));
        var (lefts, rights) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (left, candidate) in edges)
        {
            if (!lefts.Contains(left) && rights.Add(candidate.RightKey))
            {
                lefts.Add(left);
                yield return new(candidate.Confidence, truth.IsTrue(left, candidate.RightKey) ? 1 : 0, candidate.Band);
            }
        }
    }

    private static int Order((string Left, MatchCandidate Candidate) one, (string Left, MatchCandidate Candidate) other)
    {
        var order = other.Candidate.Confidence.CompareTo(one.Candidate.Confidence);
        order = order != 0 ? order : string.CompareOrdinal(one.Left, other.Left);
        return order != 0 ? order : string.CompareOrdinal(one.Candidate.RightKey, other.Candidate.RightKey);
    }
}
