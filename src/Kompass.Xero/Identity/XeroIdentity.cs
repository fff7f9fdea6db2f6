using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;
using Kompass.Accounting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>The OAuth 2.0 protocol with Xero: pure exchanges, nothing stored. Thread-safe.</summary>
internal sealed class XeroIdentity(
    IHttpClientFactory clients, IOptions<XeroOptions> options, TimeProvider time, IEntropy entropy, ILogger<XeroIdentity> log)
{
    private XeroOptions Options => options.Value;

    /// <summary>Begins an attempt: 256 bits of state and of PKCE verifier each, challenge by S256.</summary>
    public AuthorisationRequest Begin()
    {
        var state = Secret();
        var verifier = Secret();
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var url = new RequestUrl(Options.Endpoints.Authorize.AbsoluteUri).CreateAuthorizeUrl(
            clientId: Options.ClientId,
            responseType: OidcConstants.ResponseTypes.Code,
            scope: string.Join(' ', XeroScopes.Requested(Options)),
            redirectUri: Options.RedirectUri!.OriginalString,
            state: state,
            codeChallenge: challenge,
            codeChallengeMethod: OidcConstants.CodeChallengeMethods.Sha256);
        return new(new(url), state, verifier);
    }

    /// <summary>Exchanges the single-use code. The result must be stored before anything else is called.</summary>
    /// <exception cref="XeroIdentityException">Xero refused or did not answer; only a new consent helps.</exception>
    public async Task<TokenSet> ExchangeAsync(string code, string codeVerifier, CancellationToken cancellationToken)
    {
        using var request = new AuthorizationCodeTokenRequest
        {
            Address = Options.Endpoints.Token.AbsoluteUri,
            ClientId = Options.ClientId,
            ClientSecret = Options.ClientSecret,
            ClientCredentialStyle = ClientCredentialStyle.AuthorizationHeader,
            Code = code,
            CodeVerifier = codeVerifier,
            RedirectUri = Options.RedirectUri!.OriginalString,
        };
        var sentAt = time.GetUtcNow();
        using var client = clients.CreateClient(XeroHttp.IdentityClient);
        using var response = await client.RequestAuthorizationCodeTokenAsync(request, cancellationToken);
        var tokens = Accept(response, sentAt, earlier: null, cancellationToken);
        IdentityLog.Exchanged(log, tokens.UserId, tokens.Scopes.Count);
        return tokens;
    }

    /// <summary>
    /// Renews a token set. When Xero no longer knows the refresh token, the one it replaced is tried once inside its grace time,
    /// since the last rotation may have been lost on its way to the store.
    /// </summary>
    /// <exception cref="XeroIdentityException">Classified by <see cref="XeroIdentityException.Fault"/>.</exception>
    public async Task<TokenSet> RefreshAsync(TokenSet tokens, CancellationToken cancellationToken)
    {
        try
        {
            return await RefreshWithAsync(tokens.RefreshToken, tokens, cancellationToken);
        }
        catch (XeroIdentityException e)
            when (e.Fault == XeroIdentityFault.ReconnectRequired && tokens.PreviousIsInGrace(time.GetUtcNow()))
        {
            IdentityLog.TryingPrevious(log, tokens.UserId);
            return await RefreshWithAsync(tokens.PreviousRefreshToken!, tokens, cancellationToken);
        }
    }

    /// <summary>Ends a token set, with every organisation that it serves.</summary>
    public async Task RevokeAsync(TokenSet tokens, CancellationToken cancellationToken)
    {
        using var request = new TokenRevocationRequest
        {
            Address = Options.Endpoints.Revocation.AbsoluteUri,
            ClientId = Options.ClientId,
            ClientSecret = Options.ClientSecret,
            ClientCredentialStyle = ClientCredentialStyle.AuthorizationHeader,
            Token = tokens.RefreshToken,
        };
        using var client = clients.CreateClient(XeroHttp.IdentityClient);
        using var response = await client.RevokeTokenAsync(request, cancellationToken);
        if (response.IsError && response.Error != OidcConstants.TokenErrors.InvalidGrant)
        {
            throw IdentityFaults.From(response, cancellationToken);
        }

        IdentityLog.Revoked(log, tokens.UserId);
    }

    private async Task<TokenSet> RefreshWithAsync(string refreshToken, TokenSet earlier, CancellationToken cancellationToken)
    {
        using var request = new RefreshTokenRequest
        {
            Address = Options.Endpoints.Token.AbsoluteUri,
            ClientId = Options.ClientId,
            ClientSecret = Options.ClientSecret,
            ClientCredentialStyle = ClientCredentialStyle.AuthorizationHeader,
            RefreshToken = refreshToken,
        };
        var sentAt = time.GetUtcNow();
        using var client = clients.CreateClient(XeroHttp.IdentityClient);
        using var response = await client.RequestRefreshTokenAsync(request, cancellationToken);
        var tokens = Accept(response, sentAt, earlier with { RefreshToken = refreshToken }, cancellationToken);
        IdentityLog.Refreshed(log, tokens.UserId, tokens.ExpiresAt);
        return tokens;
    }

    private static TokenSet Accept(TokenResponse response, DateTimeOffset sentAt, TokenSet? earlier, CancellationToken cancellationToken)
    {
        if (response.IsError || string.IsNullOrEmpty(response.AccessToken))
        {
            throw IdentityFaults.From(response, cancellationToken);
        }

        var refreshToken = string.IsNullOrEmpty(response.RefreshToken) ? earlier?.RefreshToken : response.RefreshToken;
        if (refreshToken is null)
        {
            throw new XeroIdentityException(
                XeroIdentityFault.Configuration,
                "KX1102 Xero gave no refresh token: the scope offline_access was not granted. Allow it for your app and connect again.");
        }

        var claims = AccessTokenClaims.Read(response.AccessToken);
        var rotated = earlier is not null && refreshToken != earlier.RefreshToken;
        return new()
        {
            AccessToken = response.AccessToken,
            ExpiresAt = sentAt.AddSeconds(response.ExpiresIn),
            RefreshToken = refreshToken,
            PreviousRefreshToken = rotated ? earlier!.RefreshToken : null,
            RotatedAt = rotated ? sentAt : null,
            Scopes = claims.Scopes.Count > 0 ? claims.Scopes : response.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            UserId = claims.UserId ?? earlier?.UserId,
            UserEmail = AccessTokenClaims.Read(response.IdentityToken).Email ?? earlier?.UserEmail,
            AuthenticationEventId = claims.AuthenticationEventId ?? earlier?.AuthenticationEventId,
        };
    }

    private string Secret()
    {
        Span<byte> bytes = stackalloc byte[32];
        entropy.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
