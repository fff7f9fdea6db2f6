using System.Security.Cryptography;
using Kompass.Accounting;

namespace Kompass.Xero.Tests;

/// <summary>Repeatable and never the same twice.</summary>
public sealed class CountingEntropy : IEntropy
{
    private int _count;

    public void Fill(Span<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            var block = SHA256.HashData(BitConverter.GetBytes(_count++));
            var part = Math.Min(block.Length, destination.Length);
            block.AsSpan(0, part).CopyTo(destination);
            destination = destination[part..];
        }
    }
}
