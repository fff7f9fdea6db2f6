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
        return Authenticate(request, form, out var app) ?? (form["grant_type"] switch
        {
            "client_credentials" => ForItself(app, form),
            "authorization_code" or "refresh_token" when app.Kind == AppKind.Custom => Error("unauthorized_client"),
            "authorization_code" => Exchange(app, form),
            "refresh_token" => identity.Tokens.Refresh(app, form["refresh_token"] ?? "", context.Now) is { } fresh ? Answer(fresh) : Error("invalid_grant"),
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
        if (Authenticate(request, form, out var app) is { } refusal)
        {
            return refusal;
        }

        if (identity.Tokens.FindRefresh(form["token"] ?? "") is { User: { } user } set && set.App.ClientId == app.ClientId)
        {
            identity.Revoke(user.Id);
        }

        return new EmulatedResponse { Status = 200 };
    }

    /// <summary>A token of the app itself: a custom connection's, or the web app's for its list of connections.</summary>
    private EmulatedResponse ForItself(RegisteredApp app, FormValues form)
    {
        var scopes = (form["scope"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IReadOnlyList<string> allowed = app.Kind switch
        {
            AppKind.Custom => app.Scopes,
            AppKind.Web => [KnownScopes.AppConnections],
            _ => [],
        };
        if (app.Kind == AppKind.Pkce)
        {
            return Error("unauthorized_client");
        }

        return scopes.Length == 0 || scopes.Except(allowed).Any()
            ? Error("invalid_scope")
            : Answer(identity.Activate(new TokenSet { App = app, AuthEventId = context.Ids.Next(), AuthTime = context.Now, Scopes = [.. scopes] }));
    }

    private EmulatedResponse Exchange(RegisteredApp app, FormValues form)
    {
        // A code is spent by the first attempt, whether or not that attempt succeeds.
        var code = identity.TakeCode(form["code"] ?? "");
        var isRight = code is not null
            && code.App.ClientId == app.ClientId
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

    private EmulatedResponse? Authenticate(EmulatedRequest request, FormValues form, out RegisteredApp app)
    {
        var (id, secret) = Basic(request.Header("Authorization")) ?? (form["client_id"] ?? "", form["client_secret"] ?? "");
        app = identity.FindApp(id) ?? new RegisteredApp(id, null, AppKind.Pkce);
        if (id.Length == 0)
        {
            return Error("invalid_request");
        }

        if (identity.FindApp(id) is null)
        {
            return Error("unauthorized_client");
        }

        return app.Secret is null || secret == app.Secret ? null : Error("invalid_client");
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
