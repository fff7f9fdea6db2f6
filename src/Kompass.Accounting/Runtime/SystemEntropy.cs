using System.Security.Cryptography;

namespace Kompass.Accounting;

internal sealed class SystemEntropy : IEntropy
{
    public void Fill(Span<byte> destination) => RandomNumberGenerator.Fill(destination);
}
