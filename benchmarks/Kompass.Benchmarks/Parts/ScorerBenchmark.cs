using BenchmarkDotNet.Attributes;
using FuzzySharp;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>The whole judgement of a candidate, per pair, on one core.</summary>
[MemoryDiagnoser]
[MarkdownExporterAttribute.GitHub]
public class ScorerBenchmark
{
    private const int Pairs = PartsInput.Rows * PartsInput.PerRow;

    private PartsInput _input = null!;
    private PairScorer _scorer = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _input = new();
        _scorer = new(_input.Rarity, _input.Index, new(_input.Index));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Pairs, Description = "FuzzySharp WeightedRatio")]
    public int FuzzySharpWeightedRatio()
    {
        var sum = 0;
        for (var i = 0; i < _input.Left.Length; i++)
        {
            foreach (var slot in _input.Candidates[i])
            {
                sum += Fuzz.WeightedRatio(_input.Left[i].Name.Original, _input.Index[slot].Name.Original);
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Pairs, Description = "Kompass PairScorer")]
    public double Kompass()
    {
        var sum = 0.0;
        for (var i = 0; i < _input.Left.Length; i++)
        {
            foreach (var slot in _input.Candidates[i])
            {
                sum += _scorer.Score(_input.Left[i], slot).LogOdds;
            }
        }

        return sum;
    }
}
