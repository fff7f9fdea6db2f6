namespace Kompass.Accounting.Matching;

/// <summary>Pairs the words of two names one-to-one, the most alike first. Reused from pair to pair; not thread-safe.</summary>
internal sealed class WordAlignment
{
    private const int LongestRun = 4;
    private const int MostWords = 64;

    private readonly TokenPairs _similarities = new();
    private readonly WordPair[] _pairs = new WordPair[MostWords];
    private readonly bool[] _left = new bool[MostWords];
    private readonly bool[] _right = new bool[MostWords];
    private WordPair[] _possible = new WordPair[MostWords];
    private NameVariant _a = null!;
    private NameVariant _b = null!;
    private int _count;

    internal ReadOnlySpan<WordPair> Pairs => _pairs.AsSpan(0, _count);

    /// <summary>For each word of the left name, whether it found its counterpart.</summary>
    internal ReadOnlySpan<bool> LeftTaken => _left.AsSpan(0, _a.Tokens.Length);

    /// <summary>For each word of the right name, whether it found its counterpart.</summary>
    internal ReadOnlySpan<bool> RightTaken => _right.AsSpan(0, _b.Tokens.Length);

    internal void Align(NameVariant left, NameVariant right)
    {
        (_a, _b, _count) = (left, right, 0);
        Array.Clear(_left, 0, left.Tokens.Length);
        Array.Clear(_right, 0, right.Tokens.Length);
        PairEqual();
        if (_count < left.Tokens.Length && _count < right.Tokens.Length)
        {
            PairAlike();
        }

        var (leftOver, rightOver) = (left.Tokens.Length - _count, right.Tokens.Length - _count);
        if (Math.Min(leftOver, rightOver) >= 1 && Math.Max(leftOver, rightOver) >= 2)
        {
            JoinWords(0.97, areInitials: false);
            JoinWords(TokenSimilarity.Initials, areInitials: true);
        }
    }

    private void PairEqual()
    {
        for (var i = 0; i < _a.Tokens.Length; i++)
        {
            var nearest = -1;
            for (var j = 0; j < _b.Tokens.Length; j++)
            {
                if (!_right[j] && ReferenceEquals(_a.Tokens[i], _b.Tokens[j]) && (nearest < 0 || Math.Abs(i - j) < Math.Abs(i - nearest)))
                {
                    nearest = j;
                }
            }

            if (nearest >= 0)
            {
                Take(new(i, nearest, 1));
            }
        }
    }

    private void PairAlike()
    {
        var possible = 0;
        for (var i = 0; i < _a.Tokens.Length; i++)
        {
            for (var j = 0; !_left[i] && j < _b.Tokens.Length; j++)
            {
                if (!_right[j] && _similarities.Of(_a.Tokens[i], _b.Tokens[j]) is >= TokenSimilarity.Least and var similarity)
                {
                    if (possible == _possible.Length)
                    {
                        Array.Resize(ref _possible, 2 * possible);
                    }

                    _possible[possible++] = new(i, j, similarity);
                }
            }
        }

        if (possible > 1)
        {
            _possible.AsSpan(0, possible).Sort(ByLikeness);
        }

        foreach (var pair in _possible.AsSpan(0, possible))
        {
            if (!_left[pair.Left] && !_right[pair.Right])
            {
                Take(pair);
            }
        }
    }

    private static readonly Comparison<WordPair> ByLikeness = static (one, other) =>
    {
        var order = other.Similarity.CompareTo(one.Similarity);
        order = order != 0 ? order : Math.Abs(one.Left - one.Right).CompareTo(Math.Abs(other.Left - other.Right));
        order = order != 0 ? order : one.Left.CompareTo(other.Left);
        return order != 0 ? order : one.Right.CompareTo(other.Right);
    };

    // One word of one name for several neighbours of the other.
    private void JoinWords(double similarity, bool areInitials)
    {
        for (var j = 0; j < _b.Tokens.Length; j++)
        {
            if (!_right[j] && FindRun(_a.Tokens, _left, _b.Tokens[j], areInitials) is >= 0 and var i)
            {
                Take(new(i, j, similarity));
            }
        }

        for (var i = 0; i < _a.Tokens.Length; i++)
        {
            if (!_left[i] && FindRun(_b.Tokens, _right, _a.Tokens[i], areInitials) is >= 0 and var j)
            {
                Take(new(i, j, similarity));
            }
        }
    }

    // Marks the run as taken and says where it begins.
    private static int FindRun(Token[] words, bool[] taken, Token whole, bool areInitials)
    {
        var count = areInitials ? whole.Length : 2;
        if (count is >= 2 and <= LongestRun)
        {
            for (var i = 0; i + count <= words.Length; i++)
            {
                if (!taken[i] && words[i].Text[0] == whole.Text[0] && !taken.AsSpan(i, count).Contains(true)
                    && (areInitials ? AreInitials(whole.Text, words.AsSpan(i, count)) : IsSplit(whole.Text, words[i].Text, words[i + 1].Text)))
                {
                    taken.AsSpan(i, count).Fill(true);
                    return i;
                }
            }
        }

        return -1;
    }

    // "database" and "data base"
    private static bool IsSplit(string whole, string one, string other) =>
        whole.Length == one.Length + other.Length
        && whole.StartsWith(one, StringComparison.Ordinal) && whole.EndsWith(other, StringComparison.Ordinal);

    // "HA" and "Housing Association", "AJ" and "Anthony James"
    private static bool AreInitials(string whole, ReadOnlySpan<Token> words)
    {
        if (whole.Length != words.Length)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Text[0] != whole[i])
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
        _pairs[_count++] = pair;
    }
}
