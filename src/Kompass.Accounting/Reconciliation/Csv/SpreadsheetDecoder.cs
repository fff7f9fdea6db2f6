using System.Text;

namespace Kompass.Accounting;

/// <summary>Reads a file's text in the encodings that spreadsheets save: UTF-8, UTF-16 either way round, Windows-1252.</summary>
internal static class SpreadsheetDecoder
{
    private const int SampleLength = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return Encoding.UTF8.GetString(bytes[3..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        return Utf16WithoutMark(bytes)?.GetString(bytes) ?? Utf8OrWindows(bytes);
    }

    /// <summary>The header is ASCII, so in UTF-16 every second byte of it is zero: which one tells the byte order.</summary>
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        var zeros = (Even: 0, Odd: 0);
        for (var index = 0; index < sample.Length; index++)
        {
            if (sample[index] == 0)
            {
                zeros = index % 2 == 0 ? (zeros.Even + 1, zeros.Odd) : (zeros.Even, zeros.Odd + 1);
            }
        }

        var many = sample.Length / 8;
        return zeros.Odd > many && zeros.Odd > zeros.Even ? new(bigEndian: false, byteOrderMark: false)
            : zeros.Even > many ? new(bigEndian: true, byteOrderMark: false)
            : null;
    }

    private static string Utf8OrWindows(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }
}
