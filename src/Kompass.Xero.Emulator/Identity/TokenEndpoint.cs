using System.Security.Cryptography;
using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary><c>/connect/token</c> and <c>/connect/revocation</c>.</summary>
internal sealed class TokenEndpoint(EmulatorContext context, IdentityService identity)
{
    public EmulatedResponse Token(EmulatedRequest request)
    {
        if (!IsForm(request))
        {
            return Error("invalid_request");
        }

        var form = request.Form();
        return Authenticate(request, form) ?? (form["grant_type"] switch
        {
            "authorization_code" => Exchange(form),
            "refresh_token" => identity.Tokens.Refresh(form["refresh_token"] ?? "", context.Now) is { } fresh ? Answer(fresh) : Error("invalid_grant"),
            "client_credentials" => Error("unauthorized_client"),
            _ => Error("unsupported_grant_type"),
        });
    }

    public EmulatedResponse Revoke(EmulatedRequest request)
    {
        if (!IsForm(request))
        {
            return Error("invalid_request");
        }

        var form = request.Form();
        if (Authenticate(request, form) is { } refusal)
        {
            return refusal;
        }

        if (identity.Tokens.FindRefresh(form["token"] ?? "") is { } set)
        {
            identity.Revoke(set.User.Id);
        }

        return new EmulatedResponse { Status = 200 };
    }

    private EmulatedResponse Exchange(FormValues form)
    {
        // A code is spent by the first attempt, whether or not that attempt succeeds.
        var code = identity.TakeCode(form["code"] ?? "");
        var isRight = code is not null
            && context.Now - code.IssuedAt < TimeSpan.FromMinutes(5)
            && form["redirect_uri"] == code.RedirectUri
            && IsVerified(code.CodeChallenge, form["code_verifier"]);
        return isRight ? Answer(identity.Activate(code!.Grant)) : Error("invalid_grant");
    }

    private static bool IsVerified(string? challenge, string? verifier)
    {
        if (challenge is null)
        {
            return string.IsNullOrEmpty(verifier);
        }

        return verifier is { Length: >= 43 and <= 128 }
            && Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge;
    }

    private EmulatedResponse? Authenticate(EmulatedRequest request, FormValues form)
    {
        var (id, secret) = Basic(request.Header("Authorization")) ?? (form["client_id"] ?? "", form["client_secret"] ?? "");
        if (id.Length == 0)
        {
            return Error("invalid_request");
        }

        if (id != context.Options.ClientId)
        {
            return Error("unauthorized_client");
        }

        return secret == context.Options.ClientSecret ? null : Error("invalid_client");
    }

    private static (string Id, string Secret)? Basic(string? header)
    {
        if (header?.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length))
        {
            return ("", "");
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[1])) : ("", "");
    }

    private static bool IsForm(EmulatedRequest request) =>
        request.Method == "POST"
        && request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static EmulatedResponse Answer(IssuedTokens tokens) => Answers.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteIfSet("id_token", tokens.IdToken);
        writer.WriteString("access_token", tokens.AccessToken);
        writer.WriteNumber("expires_in", (int)TokenIssuer.AccessLifetime.TotalSeconds);
        writer.WriteString("token_type", "Bearer");
        writer.WriteIfSet("refresh_token", tokens.RefreshToken);
        writer.WriteString("scope", string.Join(' ', tokens.Scopes));
        writer.WriteEndObject();
    }).With("Cache-Control", "no-store");

    private static EmulatedResponse Error(string error) =>
        EmulatedResponse.Of(400, Errors.Json, $$"""{"error":"{{error}}"}""").With("Cache-Control", "no-store");
}
