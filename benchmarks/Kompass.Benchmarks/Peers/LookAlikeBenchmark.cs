using BenchmarkDotNet.Attributes;
using Kompass.Accounting.Matching;
using FuzzyProcess = FuzzySharp.Process;

namespace Kompass.Benchmarks;

/// <summary>One new name against 10,000 known ones, and the upkeep of their index.</summary>
[MemoryDiagnoser]
[MarkdownExporterAttribute.GitHub]
public class LookAlikeBenchmark
{
    private const int Known = 10_000;
    private const int Asked = 100;

    private GeneratedLists? _lists;
    private string[] _names = [];
    private ILookAlikeIndex? _index;
    private int _next;

    [GlobalSetup]
    public void Generate()
    {
        _lists = GeneratedLists.Make(Asked, Known);
        _names = [.. _lists.Right.Select(r => r.Name)];
        _index = new FuzzyNameMatcher().CreateIndex(_lists.Right);
    }

    [Benchmark(Baseline = true, Description = "FuzzySharp ExtractOne (WRatio)")]
    public int FuzzySharpExtractOne() => FuzzyProcess.ExtractOne(Next().Name, _names).Index;

    [Benchmark(Description = "Kompass Find")]
    public IReadOnlyList<MatchCandidate> Find() => _index!.Find(Next());

    [Benchmark(Description = "Kompass Upsert")]
    public void Upsert() => _index!.Upsert(_lists!.Right[_next = (_next + 1) % Known]);

    private MatchRecord Next() => _lists!.Left[_next = (_next + 1) % Asked];
}
