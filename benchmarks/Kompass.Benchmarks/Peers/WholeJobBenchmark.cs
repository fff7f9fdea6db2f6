using BenchmarkDotNet.Attributes;
using F23.StringSimilarity;
using Kompass.Accounting.Matching;
using FuzzyProcess = FuzzySharp.Process;

namespace Kompass.Benchmarks;

/// <summary>Which record of one list is which of another: ours, and what can be had from other packages, each as it is meant to be used.</summary>
/// <remarks>Ours also assigns one-to-one, weighs rivals and gives reasons; the others answer with the best name for each row.</remarks>
[MemoryDiagnoser]
[MarkdownExporterAttribute.GitHub]
public class WholeJobBenchmark
{
    private readonly JaroWinkler _jaroWinkler = new();
    private List<MatchRecord> _left = [];
    private List<MatchRecord> _right = [];
    private string[] _names = [];

    [Params(1_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        var lists = GeneratedLists.Make(Count, Count);
        (_left, _right) = (lists.Left, lists.Right);
        _names = [.. _right.Select(r => r.Name)];
    }

    [Benchmark(Baseline = true, Description = "FuzzySharp ExtractOne (WRatio)")]
    public int FuzzySharpExtractOne() => _left.Sum(record => FuzzyProcess.ExtractOne(record.Name, _names).Index);

    [Benchmark(Description = "F23.StringSimilarity best Jaro-Winkler")]
    public int BestJaroWinkler() => _left.Sum(record => BestOf(record.Name));

    [Benchmark(Description = "Lucene.Net in-memory index, fuzzy terms")]
    public int LuceneFuzzyTerms()
    {
        using var index = new LuceneNameIndex(_names);
        return _left.Sum(record => index.Best(record.Name));
    }

    [Benchmark(Description = "Kompass FuzzyNameMatcher")]
    public MatchResult Kompass() => new FuzzyNameMatcher().Match(_left, _right);

    private int BestOf(string name)
    {
        var (best, index) = (-1.0, -1);
        for (var i = 0; i < _names.Length; i++)
        {
            var similarity = _jaroWinkler.Similarity(name, _names[i]);
            if (similarity > best)
            {
                (best, index) = (similarity, i);
            }
        }

        return index;
    }
}
