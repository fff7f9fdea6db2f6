using System.Collections.Concurrent;

namespace Kompass.Accounting.Matching;

/// <summary>The words of one comparison or one index. Words may be looked up and counted from several threads.</summary>
/// <param name="remembers">Whether a word is remembered as soon as it is looked up; else when a record with it is added.</param>
internal sealed class Vocabulary(bool remembers = false)
{
    private readonly ConcurrentDictionary<string, Token> _tokens = new(StringComparer.Ordinal);

    internal bool Remembers => remembers;

    /// <summary>The known word, or a new one.</summary>
    internal Token Get(string text) =>
        _tokens.TryGetValue(text, out var token) ? token
        : remembers ? _tokens.GetOrAdd(text, new Token(text))
        : new Token(text);

    /// <summary>Counts the words of a record, and remembers those that are new.</summary>
    internal void Add(Token[] words)
    {
        foreach (var word in words)
        {
            _tokens.TryAdd(word.Text, word);
            word.Count(1);
        }
    }

    /// <summary>Takes the words of a record out again.</summary>
    internal void Remove(Token[] words)
    {
        foreach (var word in words)
        {
            if (word.Count(-1) == 0)
            {
                _tokens.TryRemove(word.Text, out _);
            }
        }
    }
}
