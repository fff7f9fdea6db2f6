using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kompass.Xero.Emulator;

/// <summary>Signs tokens with RS256. The keys are made once per process, since making them is slow; the signing one is listed second.</summary>
internal static class JwtSigner
{
    private static readonly Lazy<RSA> Other = new(() => RSA.Create(2048));
    private static readonly Lazy<RSA> Signing = new(() => RSA.Create(2048));

    public static string Sign(JsonObject claims)
    {
        var keyId = KeyId(Signing.Value);
        var header = new JsonObject { ["alg"] = "RS256", ["kid"] = keyId, ["typ"] = "JWT", ["x5t"] = Base64Url.Encode(Thumbprint(keyId)) };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        var signature = Signing.Value.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.Encode(signature)}";
    }

    public static void WriteKeys(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("keys");
        foreach (var key in (ReadOnlySpan<RSA>)[Other.Value, Signing.Value])
        {
            var parameters = key.ExportParameters(false);
            writer.WriteStartObject();
            writer.WriteString("kty", "RSA");
            writer.WriteString("use", "sig");
            writer.WriteString("kid", KeyId(key));
            writer.WriteString("x5t", Base64Url.Encode(Thumbprint(KeyId(key))));
            writer.WriteString("e", Base64Url.Encode(parameters.Exponent));
            writer.WriteString("n", Base64Url.Encode(parameters.Modulus));
            writer.WriteString("alg", "RS256");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string KeyId(RSA key) => Convert.ToHexString(SHA256.HashData(key.ExportParameters(false).Modulus!))[..40];

    // Twenty bytes, as a certificate's thumbprint has; nothing is protected by it.
    private static ReadOnlySpan<byte> Thumbprint(string keyId) => SHA256.HashData(Encoding.ASCII.GetBytes(keyId)).AsSpan(0, 20);

    private static string Encode(JsonObject part) => Base64Url.Encode(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
