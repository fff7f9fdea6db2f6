namespace Kompass.Accounting.Matching;

/// <summary>Letters and digits as small numbers, so that kernels can use tables and vectors.</summary>
/// <remarks>Latin letters and digits have a code of their own; all others share 27 codes, which is enough to tell most of them apart.</remarks>
internal static class Letters
{
    internal const int Codes = 64;

    /// <summary>The edge of a word, which no letter has.</summary>
    internal const byte Edge = 0;

    private const int FirstShared = 37;

    internal static byte CodeOf(char letter) => letter switch
    {
        >= 'a' and <= 'z' => (byte)(letter - 'a' + 1),
        >= '0' and <= '9' => (byte)(letter - '0' + 27),
        _ => (byte)(FirstShared + (letter % (Codes - FirstShared))),
    };

    /// <summary>The letters and digits of a text as codes; everything else is left out.</summary>
    internal static byte[] Encode(string text)
    {
        Span<byte> codes = stackalloc byte[text.Length];
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                codes[count++] = CodeOf(char.ToLowerInvariant(character));
            }
        }

        return codes[..count].ToArray();
    }
}
