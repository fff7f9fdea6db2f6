namespace Kompass.Accounting.Matching;

/// <summary>Compares the legal forms of two names.</summary>
internal static class LegalFormComparison
{
    internal static LegalFormRelation Compare(in FormSet left, in FormSet right)
    {
        if (left.SpellingHash == right.SpellingHash)
        {
            return LegalFormRelation.Same;
        }

        return left.Families == 0 || right.Families == 0 ? LegalFormRelation.OneSided
            : (left.Families & right.Families) != 0 ? LegalFormRelation.SpeltDifferently
            : LegalFormRelation.Different;
    }
}
