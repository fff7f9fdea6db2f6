namespace Kompass.Accounting.Matching;

/// <summary>The default index: inverted lists that are kept up record by record, behind one lock.</summary>
internal sealed class LookAlikeIndex : ILookAlikeIndex
{
    private readonly Lock _lock = new();
    private readonly MatchOptions _options;
    private readonly FieldRarity _rarity = new();
    private readonly EntryReader _reader;
    private readonly CandidateIndex _index;

    internal LookAlikeIndex(IEnumerable<MatchRecord> records, MatchOptions options)
    {
        var vocabulary = new Vocabulary();
        _options = options;
        _reader = new(vocabulary, options.Fields);
        _index = new(vocabulary, _rarity);
        foreach (var record in records)
        {
            if (record?.Key is { } key && _index.Contains(key))
            {
                throw new ArgumentException($"The key '{key}' occurs twice. Give every record a key of its own.", nameof(records));
            }

            _index.Add(_reader.Read(record!));
        }
    }

    public IReadOnlyList<MatchCandidate> Find(MatchRecord record, MatchBand atLeast = MatchBand.Medium, int maximum = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        lock (_lock)
        {
            var query = _reader.Read(record);
            var slots = new HashSet<int>();
            _index.Collect(query, _options.MaximumCandidates, slots);
            return [.. slots
                .Select(slot => Judge(query, _index[slot]))
                .Where(candidate => candidate.Band >= atLeast)
                .OrderByDescending(candidate => candidate.Confidence).ThenBy(candidate => candidate.RightKey, StringComparer.Ordinal)
                .Take(maximum)];
        }
    }

    public void Upsert(MatchRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (_lock)
        {
            // Removed first: a word object belongs to the vocabulary only while a record has it.
            if (record.Key is { } key)
            {
                _index.Remove(key);
            }

            _index.Add(_reader.Read(record));
        }
    }

    public void Remove(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_lock)
        {
            _index.Remove(key);
        }
    }

    private MatchCandidate Judge(Entry query, Entry entry)
    {
        var score = PairScorer.Score(query, entry, _rarity);
        var confidence = Bands.Limit(score.Probability, score.Ceiling, _options);
        return new(entry.Key, confidence, _options.BandOf(confidence), Reasons.Of(query, entry, score));
    }
}
