using System.Collections.Frozen;

namespace Kompass.Accounting.Matching;

/// <summary>Endings of English place and house names. "Oakdale" / "Oakdene" and "Riverside" / "Riverview" are two names, and no slip of the pen.</summary>
internal static class PlaceEndings
{
    private const int ShortestStem = 3;
    private const int LongestEnding = 7;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = (
        "dale dene dean field ford ham ton wood brook bridge burn bury borough ley leigh hill view side gate wick worth land park house mead mere moor port stone " +
        "water way well crest cliff haven bank croft mouth head mill vale thorpe combe hurst ridge cote shaw stead garth beck tree dell glade court lodge grove thwaite holme")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word has such an ending, and letters before it.</summary>
    internal static bool Ends(ReadOnlySpan<char> word)
    {
        for (var start = Math.Max(ShortestStem, word.Length - LongestEnding); start < word.Length; start++)
        {
            if (Endings.Contains(word[start..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two words begin alike and end in two such endings.</summary>
    internal static bool Differ(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        for (var stem = Math.Min(one.CommonPrefixLength(other), Math.Min(one.Length, other.Length) - 1); stem >= ShortestStem; stem--)
        {
            if (Endings.Contains(one[stem..]) && Endings.Contains(other[stem..]))
            {
                return true;
            }
        }

        return false;
    }
}
