using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>Bytes that are the same in each run of a seed.</summary>
internal sealed class SimEntropy(int seed) : IEntropy
{
    private readonly Random _random = new(seed);

    public void Fill(Span<byte> destination) => _random.NextBytes(destination);
}
