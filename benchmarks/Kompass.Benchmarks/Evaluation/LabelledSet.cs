using System.Diagnostics;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Two lists and what is true about them.</summary>
internal sealed record LabelledSet(string Name, List<MatchRecord> Left, List<MatchRecord> Right, Truth Truth)
{
    private static readonly string[] Files = ["left.csv", "right.csv", "truth.csv"];

    public static LabelledSet Read(string name, string left, string right, string truth, FieldColumns columns)
    {
        var (lefts, rights) = (RecordFile.Read(left, columns), RecordFile.Read(right, columns));
        return new(name, lefts, rights, TruthFile.Read(truth, lefts, rights));
    }

    /// <summary>Every set of a folder, in the ordinal order of their names: a set is a folder with <c>left.csv</c>, <c>right.csv</c> and <c>truth.csv</c>.</summary>
    public static List<LabelledSet> ReadAll(string directory, FieldColumns columns)
    {
        if (!Directory.Exists(directory))
        {
            throw new InputException($"{directory} does not exist. Name a folder with a folder for each set.");
        }

        // One of the files makes a folder a set: if another is missing, reading it says so.
        var folders = Directory.GetDirectories(directory).Where(folder => Array.Exists(Files, file => File.Exists(Path.Combine(folder, file))))
            .Order(StringComparer.Ordinal).ToList();
        return folders.Count == 0
            ? throw new InputException($"{directory} holds no set. A set is a folder with left.csv, right.csv and truth.csv.")
            : folders.ConvertAll(folder =>
                Read(Path.GetFileName(folder), Path.Combine(folder, Files[0]), Path.Combine(folder, Files[1]), Path.Combine(folder, Files[2]), columns));
    }

    /// <summary>Runs the matcher and measures its answer.</summary>
    public SetMeasures Measure(INameMatcher matcher, MatchFields fields)
    {
        var options = new MatchOptions { Fields = fields };
        var clock = Stopwatch.StartNew();
        var rows = matcher.Match(Left, Right, options).Rows;
        var seconds = clock.Elapsed.TotalSeconds;
        var measures = Measures.Of(rows, Truth, HardPairs().Contains);
        return new(Name, Left.Count, Right.Count, Truth.Pairs.Count, seconds, Truth.HasOneToOne ? OneToOne(matcher, options, rows, measures) : measures);
    }

    // Where several left records are one right record, the measure is taken on one of them and on those without any pair.
    private Measures OneToOne(INameMatcher matcher, MatchOptions options, IReadOnlyList<MatchRow> rows, Measures measures)
    {
        var (counted, dropped) = Truth.OneToOne();
        return measures.WithOneToOne(dropped.Count == 0 ? rows : matcher.Match(Left.FindAll(l => !dropped.Contains(l.Key)), Right, options).Rows, counted);
    }

    private HashSet<string> HardPairs()
    {
        var names = Right.ToDictionary(r => r.Key, r => PlainNames.Of(r.Name), StringComparer.Ordinal);
        var trueNames = Truth.Pairs.ToLookup(p => p.Left, p => names[p.Right], StringComparer.Ordinal);
        return Left.Where(l => trueNames.Contains(l.Key) && !trueNames[l.Key].Contains(PlainNames.Of(l.Name), StringComparer.Ordinal))
            .Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
    }
}
