namespace Kompass.Accounting.Matching;

/// <summary>A record as the matcher reads it.</summary>
internal sealed record Entry(string Key, NormalizedName Name, NormalizedFields Fields)
{
    private const int FewestInitials = 3;

    /// <summary>What the record can be found by, besides words and 3-grams.</summary>
    internal IEnumerable<FieldKey> Keys()
    {
        var names = Name.Variants.Select(v => new FieldKey(FieldKind.Name, v.Compact));
        var acronyms = Name.Variants.SelectMany(Acronyms).Select(a => new FieldKey(FieldKind.Acronym, a));
        return names.Concat(acronyms).Concat(Fields.Keys()).Distinct();
    }

    private static IEnumerable<string> Acronyms(NameVariant variant) =>
        variant.Initials.Length >= FewestInitials ? [variant.Initials]
        : variant.Compact.Length is >= FewestInitials and <= 6 ? [variant.Compact]
        : [];
}
