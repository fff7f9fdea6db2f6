namespace Kompass.Accounting.Matching;

/// <summary>Compares the legal forms of two names.</summary>
internal static class LegalFormComparison
{
    internal static LegalFormRelation Compare(NormalizedName left, NormalizedName right)
    {
        if (left.LegalForms.Length == 0 && right.LegalForms.Length == 0)
        {
            return LegalFormRelation.Same;
        }

        var one = Families(left);
        var other = Families(right);
        if (one.Count == 0 || other.Count == 0)
        {
            return Written(left) == Written(right) ? LegalFormRelation.Same : LegalFormRelation.OneSided;
        }

        return !one.Overlaps(other) ? LegalFormRelation.Different
            : Written(left) == Written(right) ? LegalFormRelation.Same
            : LegalFormRelation.SpeltDifferently;
    }

    /// <summary>The forms as they were written, for reasons: "Limited", "GmbH &amp; Co KG".</summary>
    internal static string Written(NormalizedName name) => string.Join(' ', name.LegalForms.Select(f => f.Written).Order(StringComparer.Ordinal));

    private static HashSet<string> Families(NormalizedName name) =>
        name.LegalForms.Select(f => f.Family).Where(f => f != LegalForms.Company).ToHashSet(StringComparer.Ordinal);
}
