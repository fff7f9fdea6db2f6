using System.Security.Cryptography;
using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>Ids that look random and are the same in every run of the same history.</summary>
internal sealed class IdSource(string seed)
{
    private long _count;

    public Guid Next() => Derive(seed, (++_count).ToString(System.Globalization.CultureInfo.InvariantCulture));

    public string NextSecret()
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|secret|{++_count}"), hash);
        return Base64Url.Encode(hash);
    }

    /// <summary>The id that belongs to these parts, always the same.</summary>
    public static Guid Derive(params ReadOnlySpan<string> parts)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts!)), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x40);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
