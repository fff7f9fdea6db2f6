namespace Kompass.Accounting.Matching;

/// <summary>A record as the matcher reads it.</summary>
internal sealed record Entry(string Key, NormalizedName Name, NormalizedFields Fields)
{
    private const int FewestInitials = 3;
    private const int LongestAcronym = 6;

    // What scoring asks of every candidate stands here, not behind further objects.

    /// <summary>The first reading of the name; null if it has no letter and no digit.</summary>
    internal NameVariant? Reading { get; } = Name.Variants.Length > 0 ? Name.Variants[0] : null;

    /// <summary>The first reading is the only one, and no trading name.</summary>
    internal bool HasOneReading { get; } = Name.Variants.Length == 1;

    internal Token[] Words { get; } = Name.Words;

    internal int[] Grams { get; } = Name.Grams;

    internal byte[] Codes { get; } = Name.Codes;

    internal FormSet Forms { get; } = new(Name.LegalForms);

    internal bool HasFields { get; } = !Fields.IsEmpty;

    /// <summary>What the record can be found by whatever its words: all letters of a reading, and what may be initials.</summary>
    internal ulong[] NameKeys { get; } = KeysOf(Name.Variants);

    private static ulong[] KeysOf(NameVariant[] variants)
    {
        var keys = new List<ulong>(3 * variants.Length);
        foreach (var variant in variants)
        {
            Add(keys, variant.CompactHash);
            Add(keys, variant.SortedHash);
            if (variant.Tokens.Length >= FewestInitials)
            {
                Add(keys, ~variant.InitialsHash);
            }
            else if (variant.Codes.Length is >= FewestInitials and <= LongestAcronym)
            {
                Add(keys, ~variant.CompactHash);
            }
        }

        return [.. keys];
    }

    private static void Add(List<ulong> keys, ulong key)
    {
        if (!keys.Contains(key))
        {
            keys.Add(key);
        }
    }
}
