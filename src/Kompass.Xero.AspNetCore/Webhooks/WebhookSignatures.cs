using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Kompass.Xero.AspNetCore;

/// <summary>Checks signatures over the very bytes that came. Thread-safe.</summary>
internal sealed class WebhookSignatures(IOptions<WebhookOptions> options)
{
    public const string Header = "x-xero-signature";

    /// <summary>The length of 32 bytes in Base64.</summary>
    private const int TextLength = 44;

    private readonly byte[][] _keys = [.. options.Value.SigningKeys.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Reads the signature of a request: one header of 32 bytes in Base64.</summary>
    /// <returns>The signature; null where there is none, with the reason.</returns>
    public static byte[]? Read(StringValues header, out WebhookOutcome refusal)
    {
        refusal = StringValues.IsNullOrEmpty(header) ? WebhookOutcome.NoSignature : WebhookOutcome.MalformedSignature;
        var signature = new byte[HMACSHA256.HashSizeInBytes];
        return header is [{ Length: TextLength } text] && Convert.TryFromBase64String(text, signature, out var length) && length == signature.Length
            ? signature
            : null;
    }

    /// <summary>Whether one of the keys made the signature. Each is tried, so that the time tells neither which nor how nearly.</summary>
    public bool AreRight(ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var isRight = false;
        foreach (var key in _keys)
        {
            HMACSHA256.HashData(key, body, expected);
            isRight |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return isRight;
    }
}
