namespace Kompass.Accounting.Abstractions.Tests;

public sealed class EntropyTests
{
    [Fact]
    public void NewGuid_sets_version_and_variant_and_keeps_every_other_bit()
    {
        Assert.Equal(new Guid("00000000-0000-4000-8000-000000000000"), new Constant(0x00).NewGuid());
        Assert.Equal(new Guid("ffffffff-ffff-4fff-bfff-ffffffffffff"), new Constant(0xFF).NewGuid());
    }

    [Fact]
    public void NewIdempotencyKey_has_32_hexadecimal_digits() =>
        Assert.Equal("abababababab4bababababababababab", new Constant(0xAB).NewIdempotencyKey().Value);

    private sealed class Constant(byte value) : IEntropy
    {
        public void Fill(Span<byte> destination) => destination.Fill(value);
    }
}
