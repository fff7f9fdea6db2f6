namespace Kompass.Accounting.Matching;

/// <summary>Remembers how alike two words are, since the candidates of a row share most of their words. Not thread-safe.</summary>
internal sealed class TokenPairs
{
    private const int Bits = 13;

    private readonly Pair[] _pairs = new Pair[1 << Bits];

    internal double Of(Token left, Token right)
    {
        ref var pair = ref _pairs[(int)(((left.Hash * 31) + right.Hash) * 0x9E3779B97F4A7C15UL >> (64 - Bits))];
        if (!ReferenceEquals(pair.Left, left) || !ReferenceEquals(pair.Right, right))
        {
            pair = new(left, right, TokenSimilarity.Of(left, right));
        }

        return pair.Similarity;
    }

    private readonly record struct Pair(Token Left, Token Right, double Similarity);
}
