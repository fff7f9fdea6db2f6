using BenchmarkDotNet.Attributes;
using F23.StringSimilarity;
using FuzzySharp;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>The ratio of two names by their letters, per pair.</summary>
[MemoryDiagnoser]
[MarkdownExporterAttribute.GitHub]
public class RatioBenchmark
{
    private const int Pairs = PartsInput.Rows * PartsInput.PerRow;

    private readonly LongestCommonSubsequence _f23 = new();
    private readonly LetterRatio _ratio = new();
    private (byte[] Left, byte[][] Right)[] _codes = [];
    private (string Left, string[] Right)[] _names = [];

    [GlobalSetup]
    public void Prepare()
    {
        var input = new PartsInput();
        _codes = [.. input.Left.Select((entry, i) => (entry.Codes, input.Candidates[i].Select(slot => input.Index[slot].Codes).ToArray()))];
        _names = [.. input.Left.Select((entry, i) => (entry.Name.Original, input.Candidates[i].Select(slot => input.Index[slot].Name.Original).ToArray()))];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Pairs, Description = "FuzzySharp Ratio")]
    public int FuzzySharpRatio() => _names.Sum(row => row.Right.Sum(name => Fuzz.Ratio(row.Left, name)));

    [Benchmark(OperationsPerInvoke = Pairs, Description = "F23 longest common subsequence")]
    public int F23Subsequence() => _names.Sum(row => row.Right.Sum(name => _f23.Length(row.Left, name)));

    [Benchmark(OperationsPerInvoke = Pairs, Description = "Kompass LetterRatio")]
    public double Kompass()
    {
        var sum = 0.0;
        foreach (var (left, right) in _codes)
        {
            _ratio.Use(left);
            foreach (var codes in right)
            {
                sum += _ratio.With(codes);
            }
        }

        return sum;
    }
}
