using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>The candidates of one labelled set as numbers: for each left record its candidates, and which of them is true.</summary>
internal sealed class TrainingSet(double weight)
{
    private const int NoneIsTrue = -1;

    private readonly List<double[]> _candidates = [];
    private readonly List<(int Start, int Count, int True)> _rows = [];

    /// <summary>What the set as a whole counts, whatever its size.</summary>
    public double Weight => weight;

    public IReadOnlyList<(int Start, int Count, int True)> Rows => _rows;

    public double[] Candidate(int index) => _candidates[index];

    public static TrainingSet Of(LabelledSet labelled, MatchFields fields, double weight)
    {
        var vocabulary = new Vocabulary(remembers: true);
        var rarity = new FieldRarity();
        var reader = new EntryReader(vocabulary, fields);
        var index = new CandidateIndex(vocabulary, rarity);
        var entries = labelled.Left.OrderBy(record => record.Key, StringComparer.Ordinal).Select(reader.Read).ToList();
        foreach (var entry in entries)
        {
            vocabulary.Add(entry.Words);
            index.Grams.Count(entry.Grams, 1);
            rarity.AddLeft(entry);
        }

        foreach (var record in labelled.Right.OrderBy(record => record.Key, StringComparer.Ordinal))
        {
            index.Add(reader.Read(record));
        }

        index.Freeze();
        var set = new TrainingSet(weight);
        var vector = new GramVector(index);
        var finder = new CandidateFinder(index, vector);
        var scorer = new PairScorer(rarity, index, vector);
        foreach (var entry in entries)
        {
            set.Add(entry, finder.Find(entry), index, scorer, labelled.Truth);
        }

        return set;
    }

    private void Add(Entry left, List<int> slots, CandidateIndex index, PairScorer scorer, Truth truth)
    {
        var (start, isTrue) = (_candidates.Count, NoneIsTrue);
        foreach (var slot in slots)
        {
            scorer.Score(left, slot);
            if (truth.IsTrue(left.Key, index[slot].Key))
            {
                isTrue = _candidates.Count;
            }

            _candidates.Add(scorer.Features.ToArray());
        }

        _rows.Add((start, slots.Count, isTrue));
    }
}
