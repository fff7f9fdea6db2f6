namespace Kompass.Accounting.Matching;

/// <summary>Splits a folded name into words and joins single letters that belong together.</summary>
internal static class Tokenizer
{
    private const string Strength = " -./(,";
    private const int MaximumTokenLength = 64;
    private const int MaximumTokens = 48;

    internal static List<RawToken> Split(string folded, WordCache cache)
    {
        var tokens = Words(folded.Contains('&', StringComparison.Ordinal) ? folded.Replace("&amp;", "&", StringComparison.OrdinalIgnoreCase) : folded, cache);
        if (tokens.Exists(IsSingleLetter))
        {
            foreach (var separator in "/. ")
            {
                tokens = MergeSingleLetters(tokens, separator);
            }
        }

        return tokens;
    }

    private static List<RawToken> Words(string text, WordCache cache)
    {
        var tokens = new List<RawToken>(8);
        Span<char> word = stackalloc char[MaximumTokenLength];
        var (length, before) = (0, ' ');
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
            {
                if (length < MaximumTokenLength)
                {
                    word[length++] = character;
                }
            }
            else if (!IsSilent(character))
            {
                Flush(tokens, word[..length], cache, ref before);
                length = 0;
                if (character is '&' or '+')
                {
                    tokens.Add(new("and", before, Merged: false, "and"));
                    before = ' ';
                }
                else
                {
                    before = Stronger(before, character);
                }
            }

            if (tokens.Count >= MaximumTokens)
            {
                return tokens;
            }
        }

        Flush(tokens, word[..length], cache, ref before);
        return tokens;
    }

    // An apostrophe, or a slip of the hand within a word.
    private static bool IsSilent(char character) => character is '\'' or '^' or '~' or '*' or '{' or '}' or '[' or ']' or '<' or '>' or '!' or '?';

    private static char Stronger(char before, char character)
    {
        if (character == ' ')
        {
            return before;
        }

        var found = character == ')' ? '(' : character == '\\' ? '/' : character;
        return Strength.IndexOf(found, StringComparison.Ordinal) > Strength.IndexOf(before, StringComparison.Ordinal) ? found : before;
    }

    private static void Flush(List<RawToken> tokens, ReadOnlySpan<char> word, WordCache cache, ref char before)
    {
        if (word.Length == 0)
        {
            return;
        }

        var glued = LegalForms.GluedSuffix(word);
        if (glued > 0)
        {
            tokens.Add(Token(word[..glued], cache, before));
            before = ' ';
            word = word[glued..];
        }

        tokens.Add(Token(word, cache, before));
        before = ' ';
    }

    private static RawToken Token(ReadOnlySpan<char> word, WordCache cache, char before)
    {
        var (written, lowerCase) = cache.Get(word);
        return new(lowerCase, before, Merged: false, written);
    }

    private static List<RawToken> MergeSingleLetters(List<RawToken> tokens, char separator)
    {
        var merged = new List<RawToken>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var end = i + 1;
            if (IsSingleLetter(tokens[i]))
            {
                while (end < tokens.Count && tokens[end].Before == separator && IsSingleLetter(tokens[end]))
                {
                    end++;
                }
            }

            merged.Add(end == i + 1 ? tokens[i] : Join(tokens, i, end));
            i = end;
        }

        return merged;
    }

    private static RawToken Join(List<RawToken> tokens, int start, int end)
    {
        var run = tokens.GetRange(start, end - start);
        return new(string.Concat(run.Select(t => t.Text)), tokens[start].Before, Merged: true, string.Concat(run.Select(t => t.Original)));
    }

    private static bool IsSingleLetter(RawToken token) => token.Text.Length == 1 && char.IsLetter(token.Text[0]);
}
