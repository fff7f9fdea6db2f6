using System.Buffers.Binary;

namespace Kompass.Accounting.Tests;

/// <summary>Ids that are never the same and always the same again: a counter.</summary>
internal sealed class SequentialEntropy : IEntropy
{
    private long _next;

    public void Fill(Span<byte> destination)
    {
        destination.Clear();
        BinaryPrimitives.WriteInt64BigEndian(destination[^8..], Interlocked.Increment(ref _next));
    }
}
