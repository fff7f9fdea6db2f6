namespace Kompass.Accounting.Matching;

/// <summary>Hands out one pair of strings for each spelling of a word, since names share most of theirs. Not thread-safe.</summary>
internal sealed class WordCache
{
    private const int MostSpellings = 20_000;

    private readonly Dictionary<string, string> _lowerCase = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    internal WordCache() => _bySpan = _lowerCase.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word as it is written, and in lower case.</summary>
    internal (string Written, string LowerCase) Get(ReadOnlySpan<char> word)
    {
        if (_bySpan.TryGetValue(word, out var written, out var lowerCase))
        {
            return (written, lowerCase);
        }

        if (_lowerCase.Count >= MostSpellings)
        {
            _lowerCase.Clear();
        }

        written = word.ToString();
        lowerCase = written.ToLowerInvariant();
        _lowerCase.Add(written, lowerCase);
        return (written, lowerCase);
    }
}
