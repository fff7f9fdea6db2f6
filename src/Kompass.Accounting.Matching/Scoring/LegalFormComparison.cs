namespace Kompass.Accounting.Matching;

/// <summary>Compares the legal forms of two names.</summary>
internal static class LegalFormComparison
{
    internal static LegalFormRelation Compare(NormalizedName left, NormalizedName right)
    {
        if (AreSpeltAlike(left.LegalForms, right.LegalForms))
        {
            return LegalFormRelation.Same;
        }

        return left.LegalFamilies.Length == 0 || right.LegalFamilies.Length == 0 ? LegalFormRelation.OneSided
            : Overlap(left.LegalFamilies, right.LegalFamilies) ? LegalFormRelation.SpeltDifferently
            : LegalFormRelation.Different;
    }

    private static bool AreSpeltAlike(LegalForm[] one, LegalForm[] other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        foreach (var form in one)
        {
            if (Array.IndexOf(other, form) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Overlap(string[] one, string[] other)
    {
        foreach (var family in one)
        {
            if (Array.IndexOf(other, family) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
