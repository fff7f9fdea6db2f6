namespace Kompass.Accounting.Matching;

/// <summary>Says in words why two records are taken for the same, or not.</summary>
internal static class Reasons
{
    internal static string Of(Entry left, Entry right, PairScore score)
    {
        var parts = new List<string> { NameReason.Of(left.Name, right.Name, score) };
        parts.AddRange(FieldReason.Of(score.Fields));
        return string.Join("; ", parts);
    }
}
