namespace Kompass.Accounting.Matching;

/// <summary>One comparison of two lists, from reading the records to the rows.</summary>
/// <remarks>Both lists are worked through in the order of their keys, so that the order in which they were given changes nothing.</remarks>
internal sealed class Comparison
{
    // Weak guesses are assigned too, so that whoever looks at the whole mapping sees the best one; their band says what they are.
    private const double LeastAssigned = 0.004;

    private readonly Judgement _judgement;
    private readonly MatchOptions _options;
    private readonly IProgress<MatchProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Vocabulary _vocabulary = new(remembers: true);
    private readonly FieldRarity _rarity = new();
    private readonly CandidateIndex _index;

    private Comparison(Judgement judgement, MatchOptions options, IProgress<MatchProgress>? progress, CancellationToken cancellation)
    {
        (_judgement, _options, _progress, _cancellation) = (judgement, options, progress, cancellation);
        _index = new(_vocabulary, _rarity);
    }

    internal static MatchResult Run(
        Judgement judgement,
        IReadOnlyList<MatchRecord> left,
        IReadOnlyList<MatchRecord> right,
        MatchOptions? options,
        IProgress<MatchProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new Comparison(judgement, (options ?? new()).Validated(), progress, cancellation).Run(left, right);
    }

    private MatchResult Run(IReadOnlyList<MatchRecord> left, IReadOnlyList<MatchRecord> right)
    {
        var (contacts, clients) = (new KeyOrder(left, "left"), new KeyOrder(right, "right"));
        Begin(MatchStage.Reading, left.Count);
        var entries = Read(left, contacts);
        var others = Read(right, clients);
        Begin(MatchStage.Indexing, left.Count);
        Index(entries, others);
        Begin(MatchStage.Scoring, left.Count);
        var edges = Score(entries);
        Begin(MatchStage.Assigning, left.Count, left.Count);
        _judgement.Settle(edges, _index.Slots, _options);
        var assignment = new OneToOne(edges, _index.Slots, _options.Low, Math.Min(_options.Low, LeastAssigned));
        var rows = new MatchRow[left.Count];
        ParallelRows.For(
            rows.Length,
            () => new RowReport(entries, _index, _rarity, assignment, _options),
            (i, report) => rows[contacts[i]] = report.Of(i, edges[i]),
            null,
            _cancellation);
        _progress?.Report(new(MatchStage.Done, left.Count, left.Count));
        return new(rows, Unmatched(right, clients, assignment));
    }

    private void Begin(MatchStage stage, int total, int done = 0)
    {
        _cancellation.ThrowIfCancellationRequested();
        _progress?.Report(new(stage, done, total));
    }

    private Entry[] Read(IReadOnlyList<MatchRecord> records, KeyOrder order)
    {
        var entries = new Entry[records.Count];
        ParallelRows.For(entries.Length, () => new EntryReader(_vocabulary, _options.Fields), (i, reader) => entries[i] = reader.Read(records[order[i]]), null, _cancellation);
        return entries;
    }

    private void Index(Entry[] left, Entry[] right)
    {
        foreach (var entry in left)
        {
            _vocabulary.Add(entry.Words);
            _index.Grams.Count(entry.Grams, 1);
            _rarity.AddLeft(entry);
        }

        _index.Grams.Reserve(right);
        foreach (var entry in right)
        {
            _index.Add(entry);
        }

        _rarity.SharesAccountNumbers = AccountNumbering.IsShared(left, right);
        _index.Freeze();
    }

    private Edge[][] Score(Entry[] left)
    {
        var edges = new Edge[left.Length][];
        ParallelRows.For(
            left.Length,
            () => new RowScorer(_judgement, _index, _rarity, _options.MaximumCandidates),
            (i, scorer) => edges[i] = scorer.Score(left[i]),
            _progress is null ? null : done => _progress.Report(new(MatchStage.Scoring, done, left.Length)),
            _cancellation);
        return edges;
    }

    private static string[] Unmatched(IReadOnlyList<MatchRecord> right, KeyOrder order, OneToOne assignment)
    {
        var isTaken = new bool[right.Count];
        for (var slot = 0; slot < isTaken.Length; slot++)
        {
            isTaken[order[slot]] = assignment.IsTaken(slot);
        }

        return [.. right.Where((_, i) => !isTaken[i]).Select(record => record.Key)];
    }
}
