using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kompass.Xero;

/// <summary>The opaque form in which a token set goes to the credential store, which encrypts it.</summary>
internal static class TokenSetPayload
{
    public static byte[] Write(TokenSet tokens) =>
        JsonSerializer.SerializeToUtf8Bytes(new VersionedTokenSet(1, tokens), TokenSetJson.Default.VersionedTokenSet);

    public static TokenSet Read(ReadOnlySpan<byte> payload)
    {
        VersionedTokenSet? read;
        try
        {
            read = JsonSerializer.Deserialize(payload, TokenSetJson.Default.VersionedTokenSet);
        }
        catch (JsonException)
        {
            // The parser's own message may quote the payload, and the payload is a secret.
            throw Unreadable();
        }

        return read is { Version: 1, Tokens: not null } ? read.Tokens : throw Unreadable();
    }

    public static bool TryRead(ReadOnlySpan<byte> payload, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TokenSet? tokens)
    {
        try
        {
            tokens = Read(payload);
        }
        catch (XeroIdentityException)
        {
            tokens = null;
        }

        return tokens is not null;
    }

    private static XeroIdentityException Unreadable() => new(
        XeroIdentityFault.ReconnectRequired,
        "KX1101 The stored Xero credential cannot be read. Connect Xero again.");
}

internal sealed record VersionedTokenSet(int Version, TokenSet Tokens);

[JsonSerializable(typeof(VersionedTokenSet))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class TokenSetJson : JsonSerializerContext;
