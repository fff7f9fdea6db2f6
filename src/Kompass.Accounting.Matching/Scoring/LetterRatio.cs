namespace Kompass.Accounting.Matching;

/// <summary>How alike two strings of letters are: twice the longest common subsequence over the sum of their lengths, 0 to 1.</summary>
/// <remarks>
/// A column per machine word: H. Hyyrö, "Bit-parallel LCS-length computation revisited" (2004). The table of the left string is built once
/// and used for all its candidates. What follows the first 256 letters is not compared. Not thread-safe; no allocation per pair.
/// </remarks>
internal sealed class LetterRatio
{
    private const int Bits = 64;
    private const int MostLetters = 256;

    private readonly ulong[] _table = new ulong[Letters.Codes * (MostLetters / Bits)];
    private byte[] _left = [];
    private int _length;
    private int _words;

    /// <summary>Sets the left string.</summary>
    internal void Use(byte[] left)
    {
        if (ReferenceEquals(left, _left))
        {
            return;
        }

        _left = left;
        _length = Math.Min(left.Length, MostLetters);
        _words = (_length + Bits - 1) / Bits;
        Array.Clear(_table, 0, Letters.Codes * Math.Max(1, _words));
        for (var i = 0; i < _length; i++)
        {
            _table[(left[i] * _words) + (i / Bits)] |= 1UL << (i % Bits);
        }
    }

    /// <summary>The ratio of the left string and another one.</summary>
    internal double With(ReadOnlySpan<byte> right)
    {
        right = right.Length > MostLetters ? right[..MostLetters] : right;
        var length = _length + right.Length;
        return length == 0 ? 0 : 2.0 * (_words <= 1 ? InOneWord(right) : InWords(right)) / length;
    }

    private int InOneWord(ReadOnlySpan<byte> right)
    {
        var table = _table.AsSpan(0, Letters.Codes);
        var open = ~0UL;
        foreach (var code in right)
        {
            var common = open & table[code];
            open = (open + common) | (open - common);
        }

        return System.Numerics.BitOperations.PopCount(~open);
    }

    private int InWords(ReadOnlySpan<byte> right)
    {
        Span<ulong> open = stackalloc ulong[_words];
        open.Fill(~0UL);
        foreach (var code in right)
        {
            var carry = 0UL;
            for (var word = 0; word < open.Length; word++)
            {
                var before = open[word];
                var common = before & _table[(code * _words) + word];
                var sum = before + common + carry;
                carry = sum < before || (carry != 0 && sum == before) ? 1UL : 0UL;
                open[word] = sum | (before - common);
            }
        }

        var length = 0;
        foreach (var word in open)
        {
            length += System.Numerics.BitOperations.PopCount(~word);
        }

        return length;
    }
}
