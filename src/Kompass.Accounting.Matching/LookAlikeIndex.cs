namespace Kompass.Accounting.Matching;

/// <summary>The default index: inverted lists that are kept up record by record, behind one lock.</summary>
internal sealed class LookAlikeIndex : ILookAlikeIndex
{
    private readonly Lock _lock = new();
    private readonly Judgement _judgement;
    private readonly MatchOptions _options;
    private readonly EntryReader _reader;
    private readonly CandidateIndex _index;
    private readonly GramVector _vector;
    private readonly CandidateFinder _finder;
    private readonly IPairScorer _scorer;
    private readonly Reasons _reasons;

    internal LookAlikeIndex(Judgement judgement, IEnumerable<MatchRecord> records, MatchOptions? options)
    {
        ArgumentNullException.ThrowIfNull(records);
        var vocabulary = new Vocabulary();
        var rarity = new FieldRarity();
        _judgement = judgement;
        _options = (options ?? new()).Validated();
        _reader = new(vocabulary, _options.Fields);
        _index = new(vocabulary, rarity);
        _vector = new(_index);
        _finder = new(_index, _vector, isBrief: true);
        _scorer = judgement.CreateScorer(_index, rarity, _vector);
        _reasons = new(new PairScorer(rarity, _index, _vector));
        foreach (var record in records)
        {
            if (record?.Key is { } key && _index.Contains(key))
            {
                throw new ArgumentException($"The key '{key}' occurs twice. Give every record a key of its own.", nameof(records));
            }

            _index.Add(_reader.Read(record!));
        }

        _index.Freeze();
    }

    public IReadOnlyList<MatchCandidate> Find(MatchRecord record, MatchBand atLeast = MatchBand.Medium, int maximum = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        if (!Enum.IsDefined(atLeast))
        {
            throw new ArgumentOutOfRangeException(nameof(atLeast), atLeast, $"The lowest band must be one of {string.Join(", ", Enum.GetNames<MatchBand>())}.");
        }

        lock (_lock)
        {
            var query = _reader.Read(record);
            _vector.Forget();
            return [.. _finder.Find(query)
                .Select(slot => (Entry: _index[slot], Confidence: Confidence(query, slot)))
                .Where(found => _options.BandOf(found.Confidence) >= atLeast)
                .OrderByDescending(found => found.Confidence).ThenBy(found => found.Entry.Key, StringComparer.Ordinal)
                .Take(Math.Min(maximum, _options.MaximumCandidates))
                .Select(found => new MatchCandidate(
                    found.Entry.Key, found.Confidence, _options.BandOf(found.Confidence), _reasons.Of(query, found.Entry)))];
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

    private double Confidence(Entry query, int slot) => _judgement.Alone(_scorer.Score(query, slot), _options);
}
