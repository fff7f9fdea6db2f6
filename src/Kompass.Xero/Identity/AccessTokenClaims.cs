using System.Buffers.Text;
using System.Text.Json;
using Kompass.Xero.Wire;

namespace Kompass.Xero;

/// <summary>
/// The claims of an access token that route the connection. They are read without checking the signature: the token came
/// over TLS from the token endpoint itself, and nothing is authorised by them here.
/// </summary>
internal sealed record AccessTokenClaims(string? UserId, string? AuthenticationEventId, IReadOnlyList<string> Scopes, string? Email)
{
    public static readonly AccessTokenClaims None = new(null, null, [], null);

    public static AccessTokenClaims Read(string? token)
    {
        var parts = token?.Split('.');
        if (parts is not { Length: 3 })
        {
            return None;
        }

        try
        {
            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]), XeroJson.Untyped);
            var root = payload.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new(Text(root, "xero_userid"), Text(root, "authentication_event_id"), List(root, "scope"), Text(root, "email"))
                : None;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
            return None;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] List(JsonElement root, string name) =>
        !root.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(x => x.ValueKind == JsonValueKind.String).Select(x => x.GetString()!)]
        : value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        : [];
}
