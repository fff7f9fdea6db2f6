namespace Kompass.Accounting.Matching.Tests;

/// <summary>The inner works of one comparison, set up as the matcher sets them up, to look at single pairs. Not thread-safe.</summary>
internal sealed class Bench
{
    private readonly Vocabulary _vocabulary = new(remembers: true);
    private readonly FieldRarity _rarity = new();
    private readonly EntryReader _reader;
    private readonly CandidateIndex _index;
    private readonly GramVector _vector;
    private readonly PairScorer _scorer;

    public Bench()
    {
        _reader = new(_vocabulary, MatchFields.All);
        _index = new(_vocabulary, _rarity);
        _scorer = new(_rarity, _index, _vector = new(_index));
    }

    /// <summary>The features of the last pair that was scored.</summary>
    public ReadOnlySpan<double> Features => _scorer.Features;

    public static Judged Of(string left, string right) => Of(new() { Key = "1", Name = left }, new MatchRecord { Key = "a", Name = right });

    /// <summary>The score of the first of the right records, in lists that hold these records and no others.</summary>
    public static Judged Of(MatchRecord left, params MatchRecord[] right)
    {
        var bench = new Bench();
        var entry = bench.Left(left);
        var others = right.Select(bench.Right).ToList();
        return bench.Score(entry, others[0]);
    }

    /// <summary>Reads a record and counts it as one of the left list.</summary>
    public Entry Left(MatchRecord record)
    {
        var entry = _reader.Read(record);
        _vocabulary.Add(entry.Words);
        _index.Grams.Count(entry.Grams, 1);
        _rarity.AddLeft(entry);
        return entry;
    }

    /// <summary>Reads a record and counts it as one of the right list.</summary>
    public Entry Right(MatchRecord record)
    {
        var entry = _reader.Read(record);
        _index.Add(entry);
        return entry;
    }

    /// <summary>Reads a record that belongs to neither list.</summary>
    public Entry Read(MatchRecord record) => _reader.Read(record);

    /// <summary>How many right records are weighed to find the candidates of a record.</summary>
    public int Cost(Entry left, bool isBrief)
    {
        var finder = new CandidateFinder(_index, _vector, isBrief);
        finder.Find(left);
        return finder.Weighed;
    }

    public Judged Score(Entry left, Entry right)
    {
        // Weights may have changed since the last pair.
        _vector.Forget();
        var score = _scorer.Score(left, right);
        return new(score.LogOdds, score.Ceiling, _scorer.Names, _scorer.Fields, _scorer.LegalForms);
    }
}
