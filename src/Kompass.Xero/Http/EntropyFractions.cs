using System.Buffers.Binary;
using Kompass.Accounting;

namespace Kompass.Xero;

internal static class EntropyFractions
{
    /// <summary>A number from 0 to just below 1.</summary>
    public static double NextFraction(this IEntropy entropy)
    {
        Span<byte> bytes = stackalloc byte[4];
        entropy.Fill(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes) / (uint.MaxValue + 1.0);
    }
}
