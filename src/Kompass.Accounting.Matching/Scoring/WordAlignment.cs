namespace Kompass.Accounting.Matching;

/// <summary>Pairs the words of two names one-to-one, the most alike and rarest first.</summary>
internal sealed class WordAlignment
{
    private const int LongestRun = 4;

    private readonly List<WordPair> _pairs = [];
    private readonly List<WordPair> _possible = [];
    private readonly bool[] _left;
    private readonly bool[] _right;
    private readonly NameVariant _a;
    private readonly NameVariant _b;

    internal WordAlignment(NameVariant left, NameVariant right)
    {
        (_a, _b) = (left, right);
        _left = new bool[left.Tokens.Length];
        _right = new bool[right.Tokens.Length];
        PairAlike();
        JoinWords(IsSplit, 0.97);
        JoinWords(IsInitials, TokenSimilarity.Initials);
    }

    internal IReadOnlyList<WordPair> Pairs => _pairs;

    /// <summary>Words of the left name without a counterpart.</summary>
    internal IEnumerable<int> LeftOver => Enumerable.Range(0, _left.Length).Where(i => !_left[i]);

    /// <summary>Words of the right name without a counterpart.</summary>
    internal IEnumerable<int> RightOver => Enumerable.Range(0, _right.Length).Where(i => !_right[i]);

    /// <summary>The share of the weight of both names that found its counterpart, 0 to 1.</summary>
    internal double Share()
    {
        double matched = 0, all = 0;
        foreach (var (left, right, similarity) in _pairs)
        {
            // A misspelt "Services" is rare only because it is misspelt: the commoner of two unequal words tells the weight.
            var weight = Math.Min(_a.Tokens[left].Weight, _b.Tokens[right].Weight);
            matched += 2 * weight * similarity;
            all += 2 * weight;
        }

        all += LeftWeight + RightWeight;
        return all == 0 ? 0 : matched / all;
    }

    /// <summary>The weight of the words that found their counterpart, counted once.</summary>
    internal double SharedWeight => _pairs.Sum(p => Math.Min(_a.Tokens[p.Left].Weight, _b.Tokens[p.Right].Weight));

    internal double LeftWeight => WeightOf(_a, _left);

    internal double RightWeight => WeightOf(_b, _right);

    private void PairAlike()
    {
        for (var i = 0; i < _left.Length; i++)
        {
            for (var j = 0; j < _right.Length; j++)
            {
                if (TokenSimilarity.Of(_a.Tokens[i], _b.Tokens[j]) is >= TokenSimilarity.Least and var similarity)
                {
                    _possible.Add(new(i, j, similarity));
                }
            }
        }

        _possible.Sort(ByLikeness);
        foreach (var pair in _possible)
        {
            if (!_left[pair.Left] && !_right[pair.Right])
            {
                Take(pair);
            }
        }
    }

    // Equal words in one name are taken in the order in which they stand.
    private int ByLikeness(WordPair one, WordPair other)
    {
        var order = other.Similarity.CompareTo(one.Similarity);
        order = order != 0 ? order : Math.Abs(one.Left - one.Right).CompareTo(Math.Abs(other.Left - other.Right));
        order = order != 0 ? order : one.Left.CompareTo(other.Left);
        return order != 0 ? order : one.Right.CompareTo(other.Right);
    }

    // One word of one name for several neighbours of the other.
    private void JoinWords(Func<string, ReadOnlySpan<Token>, bool> isMadeOf, double similarity)
    {
        JoinWords(_a, _left, _b, _right, isMadeOf, (many, one) => new(many, one, similarity));
        JoinWords(_b, _right, _a, _left, isMadeOf, (many, one) => new(one, many, similarity));
    }

    private void JoinWords(
        NameVariant several, bool[] severalTaken, NameVariant whole, bool[] wholeTaken, Func<string, ReadOnlySpan<Token>, bool> isMadeOf, Func<int, int, WordPair> pair)
    {
        for (var j = 0; j < wholeTaken.Length; j++)
        {
            for (var (i, count) = (0, 2); !wholeTaken[j] && count <= LongestRun; (i, count) = i + count < severalTaken.Length ? (i + 1, count) : (0, count + 1))
            {
                if (i + count <= severalTaken.Length
                    && !severalTaken.AsSpan(i, count).Contains(true)
                    && isMadeOf(whole.Tokens[j].Text, several.Tokens.AsSpan(i, count)))
                {
                    severalTaken.AsSpan(i, count).Fill(true);
                    Take(pair(i, j));
                }
            }
        }
    }

    // "database" and "data base"
    private static bool IsSplit(string whole, ReadOnlySpan<Token> words) =>
        words.Length == 2 && whole.Length == words[0].Text.Length + words[1].Text.Length
        && whole.StartsWith(words[0].Text, StringComparison.Ordinal) && whole.EndsWith(words[1].Text, StringComparison.Ordinal);

    // "HA" and "Housing Association", "AJ" and "Anthony James"
    private static bool IsInitials(string whole, ReadOnlySpan<Token> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (whole.Length != words.Length || words[i].Text[0] != whole[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Take(WordPair pair)
    {
        _left[pair.Left] = true;
        _right[pair.Right] = true;
        _pairs.Add(pair);
    }

    private static double WeightOf(NameVariant name, bool[] taken)
    {
        var weight = 0.0;
        for (var i = 0; i < taken.Length; i++)
        {
            weight += taken[i] ? 0 : name.Tokens[i].Weight;
        }

        return weight;
    }
}
