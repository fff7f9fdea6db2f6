using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Generated names, read and indexed, with the candidates of each left one: what the parts of the matcher work on.</summary>
internal sealed class PartsInput
{
    public const int Rows = 200;
    public const int PerRow = 20;

    public PartsInput()
    {
        var lists = GeneratedLists.Make(Rows, 2_000);
        var vocabulary = new Vocabulary(remembers: true);
        var reader = new EntryReader(vocabulary, MatchFields.None);
        Names = [.. lists.Left.Select(record => record.Name)];
        Index = new(vocabulary, Rarity);
        Left = [.. lists.Left.Select(reader.Read)];
        foreach (var entry in Left)
        {
            vocabulary.Add(entry.Words);
        }

        foreach (var record in lists.Right)
        {
            Index.Add(reader.Read(record));
        }

        Index.Freeze();
        var finder = new CandidateFinder(Index, new(Index));
        Candidates = [.. Left.Select(entry => finder.Find(entry).Concat(Enumerable.Range(0, PerRow)).Take(PerRow).ToArray())];
    }

    public FieldRarity Rarity { get; } = new();

    public CandidateIndex Index { get; }

    public string[] Names { get; }

    public Entry[] Left { get; }

    /// <summary>For each left entry the slots of its candidates.</summary>
    public int[][] Candidates { get; }
}
