namespace Kompass.Accounting.Matching;

/// <summary>Reads names into words, legal forms and alternatives. One thread uses one normalizer.</summary>
internal sealed class NameNormalizer(Vocabulary vocabulary)
{
    private readonly WordCache _cache = new();
    private readonly Dictionary<string, Token> _fresh = new(StringComparer.Ordinal);
    private int _lettersToMove;

    internal NormalizedName Read(string? name)
    {
        var folded = TextFolding.Fold(name);
        var forms = new List<LegalForm>();
        var variants = new List<NameVariant>();
        _fresh.Clear();
        _lettersToMove = 0;
        var parts = TradingNames.Split(Tokenizer.Split(folded, _cache));
        foreach (var part in parts)
        {
            AddVariants(part, variants, forms);
        }

        if (parts.Count > 1)
        {
            // "Smith Ltd (The Corner Shop)" has no marker, so the names together are a reading as well.
            variants.Add(Variant(WordCleaning.Clean([.. parts.SelectMany(part => part)]), isTradingName: false));
        }

        var words = DistinctWords(variants);
        return new(Cut(name), [.. variants], forms.Count < 2 ? [.. forms] : [.. forms.Distinct()], words, Grams.Of(words), Codes(folded));
    }

    // "SARL Dupont" is written "Dupont SARL" as well.
    private byte[] Codes(string folded)
    {
        var codes = Letters.Encode(folded);
        var first = Math.Min(_lettersToMove, codes.Length);
        return first == 0 ? codes : [.. codes[first..], .. codes[..first]];
    }

    private void AddVariants(List<RawToken> tokens, List<NameVariant> variants, List<LegalForm> forms)
    {
        var isTradingName = variants.Count > 0;
        forms.AddRange(LegalForms.TakeFrom(tokens, out var lettersAtStart));
        _lettersToMove = isTradingName ? _lettersToMove : lettersAtStart;
        var swapped = SwappedPerson.Read(tokens);
        var words = WordCleaning.Clean(tokens);
        if (words.Count == 0)
        {
            return;
        }

        variants.Add(Variant(words, isTradingName));
        if (swapped is not null)
        {
            variants.Add(Variant(WordCleaning.Clean(swapped), isTradingName));
        }
    }

    private static Token[] DistinctWords(List<NameVariant> variants)
    {
        if (variants.Count == 1 && AreDistinct(variants[0].Tokens))
        {
            return variants[0].Tokens;
        }

        var words = new List<Token>(8);
        foreach (var variant in variants)
        {
            foreach (var token in variant.Tokens)
            {
                if (!words.Contains(token))
                {
                    words.Add(token);
                }
            }
        }

        return [.. words];
    }

    private static bool AreDistinct(Token[] tokens)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (Array.IndexOf(tokens, tokens[i], 0, i) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private NameVariant Variant(List<RawToken> words, bool isTradingName)
    {
        var tokens = new Token[words.Count];
        var written = new string[words.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            (tokens[i], written[i]) = (Intern(words[i].Text), words[i].Original);
        }

        return new(tokens, written, isTradingName);
    }

    // A word that is new to the vocabulary and occurs twice in one name, in whatever reading, must be one object.
    private Token Intern(string text)
    {
        if (vocabulary.Remembers)
        {
            return vocabulary.Get(text);
        }

        if (!_fresh.TryGetValue(text, out var token))
        {
            _fresh[text] = token = vocabulary.Get(text);
        }

        return token;
    }

    private static string Cut(string? name)
    {
        var text = name ?? "";
        return (text.Length > TextFolding.MaximumLength ? text[..TextFolding.MaximumLength] : text).Trim();
    }
}
