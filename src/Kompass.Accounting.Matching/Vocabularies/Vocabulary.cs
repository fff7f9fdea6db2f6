namespace Kompass.Accounting.Matching;

/// <summary>The words of one comparison or one index. Not thread-safe.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, Token> _tokens = new(StringComparer.Ordinal);

    /// <summary>The known word, or a new one that is not remembered until a record with it is added.</summary>
    internal Token Get(string text) => _tokens.TryGetValue(text, out var token) ? token : new Token(text);

    /// <summary>Counts the words of a record, and remembers those that are new.</summary>
    internal void Add(IEnumerable<Token> words)
    {
        foreach (var word in words)
        {
            _tokens.TryAdd(word.Text, word);
            word.Frequency++;
        }
    }

    /// <summary>Takes the words of a record out again.</summary>
    internal void Remove(IEnumerable<Token> words)
    {
        foreach (var word in words)
        {
            word.Frequency--;
            if (word.Frequency == 0)
            {
                _tokens.Remove(word.Text);
            }
        }
    }
}
