using BenchmarkDotNet.Attributes;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>How the time of a whole comparison grows with the lists. The larger sizes are the <c>scale</c> command's.</summary>
[MemoryDiagnoser]
[MarkdownExporterAttribute.GitHub]
public class ComparisonBenchmark
{
    private GeneratedLists? _small;
    private GeneratedLists? _large;
    private GeneratedLists? _wide;

    [GlobalSetup]
    public void Generate() => (_small, _large, _wide) = (GeneratedLists.Make(1_000, 1_000), GeneratedLists.Make(10_000, 10_000), GeneratedLists.Make(10_000, 50_000));

    [Benchmark(Baseline = true, Description = "1k x 1k")]
    public MatchResult Small() => Match(_small!);

    [Benchmark(Description = "10k x 10k")]
    public MatchResult Large() => Match(_large!);

    [Benchmark(Description = "10k x 50k")]
    public MatchResult Wide() => Match(_wide!);

    private static MatchResult Match(GeneratedLists lists) => new FuzzyNameMatcher().Match(lists.Left, lists.Right);
}
