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
        var column = new Column(one.Length);
        var letters = other.Codes.AsSpan(0, other.Length);
        switch (one.Codes.Length)
        {
            case 16:
                var word = Vector128.Create(one.Codes);
                foreach (var code in letters)
                {
                    column.Step(Vector128.Equals(word, Vector128.Create(code)).ExtractMostSignificantBits());
                }

                break;
            case 32:
                var longWord = Vector256.Create(one.Codes);
                foreach (var code in letters)
                {
                    column.Step(Vector256.Equals(longWord, Vector256.Create(code)).ExtractMostSignificantBits());
                }

                break;
            default:
                var longestWord = Vector512.Create(one.Codes);
                foreach (var code in letters)
                {
                    column.Step(Vector512.Equals(longestWord, Vector512.Create(code)).ExtractMostSignificantBits());
                }

                break;
        }

        return column.Distance;
    }

    // Codes are filled up with the edge, which no letter equals.
    private ref struct Column(int length)
    {
        private readonly ulong _last = 1UL << (length - 1);
        private ulong _positive = ~0UL;
        private ulong _negative;
        private ulong _diagonal;
        private ulong _before;

        internal int Distance { get; private set; } = length;

        internal void Step(ulong matches)
        {
            var swapped = ((~_diagonal & matches) << 1) & _before;
            _diagonal = (((matches & _positive) + _positive) ^ _positive) | matches | _negative | swapped;
            var up = _negative | ~(_diagonal | _positive);
            var down = _diagonal & _positive;
            Distance += (up & _last) != 0 ? 1 : (down & _last) != 0 ? -1 : 0;
            up = (up << 1) | 1;
            down <<= 1;
            _positive = down | ~(_diagonal | up);
            _negative = up & _diagonal;
            _before = matches;
        }
    }
}
