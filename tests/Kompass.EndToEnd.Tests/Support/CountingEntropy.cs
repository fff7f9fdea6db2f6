using System.Buffers.Binary;
using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Never the same bytes twice, and the same again in the next run of the test.</summary>
internal sealed class CountingEntropy : IEntropy
{
    private long _next;

    public void Fill(Span<byte> destination)
    {
        var number = Interlocked.Increment(ref _next);
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        for (var start = 0; start < destination.Length; start += sizeof(long))
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, unchecked((number + start) * 0x61C8864680B583EB));
            bytes[..Math.Min(sizeof(long), destination.Length - start)].CopyTo(destination[start..]);
        }
    }
}
