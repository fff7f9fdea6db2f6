using System.Text;

namespace Kompass.Benchmarks;

/// <summary>Finds out that a file is in another encoding, whose names would be read wrongly without a word.</summary>
internal static class Utf8
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What is wrong with a file that is not UTF-8; null for one that is.</summary>
    public static string? Find(string path)
    {
        var line = 1;
        var buffer = new char[1 << 16];
        using var reader = new StreamReader(path, Strict, detectEncodingFromByteOrderMarks: false, buffer.Length);
        try
        {
            for (var count = reader.Read(buffer); count > 0; count = reader.Read(buffer))
            {
                line += buffer.AsSpan(0, count).Count('\n');
            }
        }
        catch (DecoderFallbackException)
        {
            return FormattableString.Invariant($"{path} is not UTF-8 (line {line} or after): some letters are lost. Save it as 'CSV UTF-8'.");
        }

        return null;
    }
}
