using System.Runtime.Intrinsics;

namespace Kompass.Accounting.Matching;

/// <summary>Least number of letters inserted, dropped, replaced or swapped with their neighbour.</summary>
/// <remarks>
/// Optimal string alignment, a column per machine word: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances" (2003). Where the pattern has a letter is found by one vector comparison, so that no table is built.
/// </remarks>
internal static class EditDistance
{
    internal static int Between(Token one, Token other)
    {
        ulong positive = ~0UL, negative = 0, diagonal = 0, before = 0;
        var last = 1UL << (one.Length - 1);
        var distance = one.Length;
        foreach (var code in other.Codes.AsSpan(0, other.Length))
        {
            var matches = Occurrences(one.Codes, code);
            var swapped = ((~diagonal & matches) << 1) & before;
            diagonal = (((matches & positive) + positive) ^ positive) | matches | negative | swapped;
            var up = negative | ~(diagonal | positive);
            var down = diagonal & positive;
            distance += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
            up = (up << 1) | 1;
            down <<= 1;
            positive = down | ~(diagonal | up);
            negative = up & diagonal;
            before = matches;
        }

        return distance;
    }

    // Codes come in 16, 32 or 64; what fills them up is the edge, which no letter equals.
    private static ulong Occurrences(byte[] codes, byte code) => codes.Length switch
    {
        16 => Vector128.Equals(Vector128.Create(codes), Vector128.Create(code)).ExtractMostSignificantBits(),
        32 => Vector256.Equals(Vector256.Create(codes), Vector256.Create(code)).ExtractMostSignificantBits(),
        _ => Vector512.Equals(Vector512.Create(codes), Vector512.Create(code)).ExtractMostSignificantBits(),
    };
}
