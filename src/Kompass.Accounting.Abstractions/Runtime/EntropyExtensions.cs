namespace Kompass.Accounting;

/// <summary>Ids made from <see cref="IEntropy"/>.</summary>
public static class EntropyExtensions
{
    /// <summary>A new random GUID.</summary>
    public static Guid NewGuid(this IEntropy entropy)
    {
        ArgumentNullException.ThrowIfNull(entropy);
        Span<byte> bytes = stackalloc byte[16];
        entropy.Fill(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes);
    }

    /// <summary>A new idempotency key of 32 hexadecimal digits.</summary>
    public static IdempotencyKey NewIdempotencyKey(this IEntropy entropy) => new(entropy.NewGuid().ToString("N"));
}
