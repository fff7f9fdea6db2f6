using BenchmarkDotNet.Attributes;
using FuzzySharp;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>A whole comparison of two lists of names, against asking FuzzySharp for the best of all names, row by row.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class WholeJobBenchmark
{
    private List<MatchRecord> _left = [];
    private List<MatchRecord> _right = [];
    private string[] _names = [];

    [Params(1_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        (_left, _right) = GeneratedNames.Make(Count);
        _names = [.. _right.Select(r => r.Name)];
    }

    [Benchmark(Baseline = true)]
    public int FuzzySharpExtractOne() => _left.Sum(record => Process.ExtractOne(record.Name, _names).Index);

    [Benchmark]
    public MatchResult FuzzyNameMatcher() => new FuzzyNameMatcher().Match(_left, _right);
}
