using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kompass.Accounting;

/// <summary>
/// The first 128 bits of the SHA-256 of a text, as 22 letters: ample to notice a change, and a run keeps two for each of a hundred thousand
/// documents in memory.
/// </summary>
internal static class ShortHash
{
    private const int Bytes = 16;

    public static string Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Base64Url.EncodeToString(hash[..Bytes]);
    }
}
