using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Measures the matcher against labelled pairs: of one set, or of every set in a folder with the macro averages.</summary>
internal static class EvaluateCommand
{
    public static int Run(Arguments arguments)
    {
        var sets = arguments.Has("--all")
            ? Directory.GetDirectories(arguments.Required("--all")).Order(StringComparer.Ordinal)
                .Select(folder => (Path.GetFileName(folder), Left: Path.Combine(folder, "left.csv"), Right: Path.Combine(folder, "right.csv"), Truth: Path.Combine(folder, "truth.csv"))).ToArray()
            : [("set", arguments.Required("--left"), arguments.Required("--right"), arguments.Required("--truth"))];
        var rows = new List<(string Name, double Seconds, Measures Measures)>();
        foreach (var (name, left, right, truth) in sets)
        {
            rows.Add(Measure(name, left, right, truth, new() { Fields = arguments.Fields() }));
        }

        Print(rows, arguments.Has("--json"));
        return 0;
    }

    private static (string, double, Measures) Measure(string name, string left, string right, string truth, MatchOptions options)
    {
        var contacts = RecordFile.Read(left);
        var clients = RecordFile.Read(right);
        var clock = Stopwatch.StartNew();
        var result = new FuzzyNameMatcher().Match(contacts, clients, options);
        var seconds = clock.Elapsed.TotalSeconds;
        var pairs = RecordFile.ReadTruth(truth);
        var measures = Measures.Of(result, pairs);
        return (name, seconds, pairs.TrueForAll(p => p.OneToOne) ? measures : measures with { OneToOneF1 = OneToOneOf(contacts, clients, pairs, options) });
    }

    // Where several contacts are one client, the one-to-one measure is taken on one contact per client and those without any.
    private static double OneToOneOf(List<MatchRecord> left, List<MatchRecord> right, List<(string Left, string Right, bool OneToOne)> truth, MatchOptions options)
    {
        var chosen = truth.Where(t => t.OneToOne).ToList();
        var dropped = truth.Select(t => t.Left).Except(chosen.Select(t => t.Left)).ToHashSet(StringComparer.Ordinal);
        return Measures.Of(new FuzzyNameMatcher().Match(left.FindAll(l => !dropped.Contains(l.Key)), right, options), chosen).OneToOneF1;
    }

    private static void Print(List<(string Name, double Seconds, Measures Measures)> rows, bool json)
    {
        var macro = new Measures
        {
            RecallAt1 = rows.Average(r => r.Measures.RecallAt1),
            CandidateRecall = rows.Average(r => r.Measures.CandidateRecall),
            OneToOneF1 = rows.Average(r => r.Measures.OneToOneF1),
            HighPrecision = rows.Average(r => r.Measures.HighPrecision),
            HighRecall = rows.Average(r => r.Measures.HighRecall),
            CalibrationError = rows.Average(r => r.Measures.CalibrationError),
        };
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { sets = rows.Select(r => new { r.Name, r.Seconds, r.Measures }), macro }));
            return;
        }

        Console.WriteLine("set            recall@1  cand@20  1:1 F1  high prec  high rec    ECE  seconds");
        foreach (var (name, seconds, measures) in rows.Append(("macro", rows.Sum(r => r.Seconds), macro)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-14} {measures.RecallAt1,8:F3} {measures.CandidateRecall,8:F3} {measures.OneToOneF1,7:F3} {measures.HighPrecision,10:F4} {measures.HighRecall,9:F3} {measures.CalibrationError,6:F3} {seconds,8:F2}"));
        }
    }
}
