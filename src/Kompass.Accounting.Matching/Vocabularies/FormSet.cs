namespace Kompass.Accounting.Matching;

/// <summary>The legal forms of a name, ready to compare.</summary>
internal readonly record struct FormSet
{
    internal FormSet(LegalForm[] forms)
    {
        foreach (var form in forms)
        {
            Families |= LegalForms.BitOf(form.Family);
            SpellingHash += TextHash.Of(form.Written);
        }
    }

    /// <summary>A bit for each family, without the one that says only "a company".</summary>
    internal ulong Families { get; }

    /// <summary>Of the forms as they were written, in whatever order.</summary>
    internal ulong SpellingHash { get; }
}
