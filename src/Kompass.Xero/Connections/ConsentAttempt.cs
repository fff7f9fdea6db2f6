using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>What is remembered of a consent from the moment the browser leaves until it comes back: kept in the credential store.</summary>
internal sealed record ConsentAttempt
{
    /// <summary>How long a person may take in Xero.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public required Guid ConfigurationId { get; init; }

    public required string RequestedBy { get; init; }

    public string? ReturnPath { get; init; }

    public required string CodeVerifier { get; init; }

    /// <summary>The hash of what the browser keeps: whoever reads the store cannot pose as that browser.</summary>
    public required byte[] BindingHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the id of every attempt in the credential store begins with.</summary>
    public const string Prefix = "xero-consent:";

    /// <summary>The entry is found by the hash of the state, never by the state.</summary>
    public static CredentialId IdOf(string state) => new($"{Prefix}{Base64Url.EncodeToString(Hash(state))}");

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public bool IsBoundTo(string? binding) => binding is not null && CryptographicOperations.FixedTimeEquals(Hash(binding), BindingHash);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, ConsentJson.Default.ConsentAttempt);

    public static ConsentAttempt? Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, ConsentJson.Default.ConsentAttempt);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => $"ConsentAttempt for {ConfigurationId}";
}

[JsonSerializable(typeof(ConsentAttempt))]
internal sealed partial class ConsentJson : JsonSerializerContext;
