namespace Kompass.Accounting.Matching;

/// <summary>A record as the matcher reads it.</summary>
internal sealed record Entry(string Key, NormalizedName Name, NormalizedFields Fields)
{
    private const int FewestInitials = 3;
    private const int LongestAcronym = 6;

    /// <summary>What the record can be found by whatever its words: all letters of a reading, and what may be initials.</summary>
    internal ulong[] NameKeys { get; } = KeysOf(Name.Variants);

    private static ulong[] KeysOf(NameVariant[] variants)
    {
        var keys = new HashSet<ulong>();
        foreach (var variant in variants)
        {
            keys.Add(variant.CompactHash);
            keys.Add(variant.SortedHash);
            if (variant.Tokens.Length >= FewestInitials)
            {
                keys.Add(~variant.InitialsHash);
            }
            else if (variant.Codes.Length is >= FewestInitials and <= LongestAcronym)
            {
                keys.Add(~variant.CompactHash);
            }
        }

        return [.. keys];
    }
}
