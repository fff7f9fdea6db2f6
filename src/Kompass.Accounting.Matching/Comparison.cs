namespace Kompass.Accounting.Matching;

/// <summary>One comparison of two lists, from reading the records to the rows.</summary>
internal sealed class Comparison
{
    private const int ProgressSteps = 100;

    private readonly MatchOptions _options;
    private readonly IProgress<MatchProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Vocabulary _vocabulary = new();
    private readonly FieldRarity _rarity = new();
    private readonly EntryReader _reader;
    private readonly CandidateIndex _index;

    internal Comparison(MatchOptions options, IProgress<MatchProgress>? progress, CancellationToken cancellation)
    {
        (_options, _progress, _cancellation) = (options, progress, cancellation);
        _reader = new(_vocabulary, options.Fields);
        _index = new(_vocabulary, _rarity);
    }

    internal MatchResult Run(IReadOnlyList<MatchRecord> left, IReadOnlyList<MatchRecord> right)
    {
        var slots = ReadRight(right);
        var entries = ReadLeft(left);
        var rows = Score(entries);
        Competition.Settle(rows, slots, _options);
        var assignment = new OneToOne(rows, slots, entries, _options.Low);
        var report = new RowReport(entries, _index, assignment, _options);
        var result = new MatchRow[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            result[i] = report.Of(i, rows[i]);
        }

        _progress?.Report(new(MatchStage.Done, left.Count, left.Count));
        return new(result, [.. Enumerable.Range(0, slots).Where(slot => !assignment.IsTaken(slot)).Select(slot => _index[slot].Key)]);
    }

    private int ReadRight(IReadOnlyList<MatchRecord> right)
    {
        foreach (var record in right)
        {
            _cancellation.ThrowIfCancellationRequested();
            var entry = _reader.Read(record);
            if (_index.Contains(entry.Key))
            {
                throw Twice("right", entry.Key);
            }

            _index.Add(entry);
        }

        return right.Count;
    }

    private Entry[] ReadLeft(IReadOnlyList<MatchRecord> left)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var entries = new Entry[left.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            entries[i] = _reader.Read(left[i]);
            if (!keys.Add(entries[i].Key))
            {
                throw Twice("left", entries[i].Key);
            }

            _vocabulary.Add(entries[i].Name.Words);
            _rarity.AddLeft(entries[i]);
        }

        return entries;
    }

    private List<Edge>[] Score(Entry[] left)
    {
        var rows = new List<Edge>[left.Length];
        var candidates = new HashSet<int>();
        for (var i = 0; i < left.Length; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            candidates.Clear();
            _index.Collect(left[i], _options.MaximumCandidates, candidates);
            rows[i] = [.. candidates
                .Select(slot => new Edge(i, slot, _index[slot].Key, PairScorer.Score(left[i], _index[slot], _rarity)))
                .OrderByDescending(e => e.Score.Probability).ThenBy(e => e.RightKey, StringComparer.Ordinal)
                .Take(_options.MaximumCandidates)];
            if (i % Math.Max(1, left.Length / ProgressSteps) == 0)
            {
                _progress?.Report(new(MatchStage.Scoring, i, left.Length));
            }
        }

        return rows;
    }

    private static ArgumentException Twice(string side, string key) =>
        new($"The key '{key}' occurs twice on the {side} side. Give every record a key that is unique on its side.");
}
