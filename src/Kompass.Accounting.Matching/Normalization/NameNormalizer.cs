namespace Kompass.Accounting.Matching;

/// <summary>Reads names into words, legal forms and alternatives. As thread-safe as its vocabulary.</summary>
internal sealed class NameNormalizer(Vocabulary vocabulary)
{
    internal NormalizedName Read(string? name)
    {
        var folded = TextFolding.Fold(name);
        var forms = new List<LegalForm>();
        var variants = new List<NameVariant>();
        var fresh = new Dictionary<string, Token>(StringComparer.Ordinal);
        var parts = TradingNames.Split(Tokenizer.Split(folded));
        foreach (var part in parts)
        {
            AddVariants(part, variants, forms, fresh);
        }

        if (parts.Count > 1)
        {
            // "Smith Ltd (The Corner Shop)" has no marker, so the names together are a reading as well.
            variants.Add(Variant(WordCleaning.Clean([.. parts.SelectMany(part => part)]), isTradingName: false, fresh));
        }

        var words = DistinctWords(variants);
        return new(Cut(name), [.. variants], forms.Count < 2 ? [.. forms] : [.. forms.Distinct()], words, Grams.Of(words), Letters.Encode(folded));
    }

    private void AddVariants(List<RawToken> tokens, List<NameVariant> variants, List<LegalForm> forms, Dictionary<string, Token> fresh)
    {
        forms.AddRange(LegalForms.TakeFrom(tokens));
        var swapped = SwappedPerson.Read(tokens);
        var isTradingName = variants.Count > 0;
        var words = WordCleaning.Clean(tokens);
        if (words.Count == 0)
        {
            return;
        }

        variants.Add(Variant(words, isTradingName, fresh));
        if (swapped is not null)
        {
            variants.Add(Variant(WordCleaning.Clean(swapped), isTradingName, fresh));
        }
    }

    private static Token[] DistinctWords(List<NameVariant> variants)
    {
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

    private NameVariant Variant(List<RawToken> words, bool isTradingName, Dictionary<string, Token> fresh)
    {
        var tokens = new Token[words.Count];
        var written = new string[words.Count];
        for (var i = 0; i < tokens.Length; i++)
        {
            (tokens[i], written[i]) = (Intern(words[i].Text, fresh), words[i].Original);
        }

        return new(tokens, written, isTradingName);
    }

    // A word that is new to the vocabulary and occurs twice in one name, in whatever reading, must be one object.
    private Token Intern(string text, Dictionary<string, Token> fresh)
    {
        if (!fresh.TryGetValue(text, out var token))
        {
            fresh[text] = token = vocabulary.Get(text);
        }

        return token;
    }

    private static string Cut(string? name)
    {
        var text = name ?? "";
        return (text.Length > TextFolding.MaximumLength ? text[..TextFolding.MaximumLength] : text).Trim();
    }
}
