using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks;

/// <summary>Bringing a name into a comparable form, per name, on one core; against the least that anybody does.</summary>
[MemoryDiagnoser]
[MarkdownExporterAttribute.GitHub]
public partial class NormalizerBenchmark
{
    private readonly NameNormalizer _normalizer = new(new(remembers: true));
    private string[] _names = [];

    [GlobalSetup]
    public void Prepare() => _names = new PartsInput().Names;

    [Benchmark(Baseline = true, OperationsPerInvoke = PartsInput.Rows, Description = "lower case and one regular expression")]
    public int RegularExpression() => _names.Sum(name => Others().Replace(name.ToLowerInvariant(), " ").Length);

    [Benchmark(OperationsPerInvoke = PartsInput.Rows, Description = "Kompass NameNormalizer")]
    public int Kompass() => _names.Sum(name => _normalizer.Read(name).Words.Length);

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();
}
