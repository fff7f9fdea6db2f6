namespace Kompass.Accounting.Matching;

/// <summary>Endings that make the name of another person: "Valentin" / "Valentina", "Louis" / "Louise", "Julia" / "Julian", "Christian" / "Christina".</summary>
internal static class NameEndings
{
    private static readonly (string One, string Other)[] Pairs = [("", "a"), ("", "e"), ("", "n"), ("o", "a"), ("e", "a"), ("an", "na"), ("er", "ra")];

    /// <summary>Whether two words differ in such an ending only.</summary>
    internal static bool Differ(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var start = one.CommonPrefixLength(other);
        var rest = one[start..];
        var otherRest = other[start..];
        foreach (var pair in Pairs)
        {
            if ((rest.SequenceEqual(pair.One) && otherRest.SequenceEqual(pair.Other)) || (rest.SequenceEqual(pair.Other) && otherRest.SequenceEqual(pair.One)))
            {
                return true;
            }
        }

        return false;
    }
}
