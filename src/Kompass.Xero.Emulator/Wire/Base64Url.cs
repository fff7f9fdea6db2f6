namespace Kompass.Xero.Emulator;

/// <summary>Base64 for addresses, without padding.</summary>
internal static class Base64Url
{
    public static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
