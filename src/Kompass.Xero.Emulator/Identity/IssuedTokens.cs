namespace Kompass.Xero.Emulator;

/// <summary>The tokens of a consent already given. Immutable.</summary>
/// <param name="AccessToken">The access token, valid for 30 minutes.</param>
/// <param name="RefreshToken">The refresh token; <see langword="null"/> without the scope <c>offline_access</c>.</param>
/// <param name="IdToken">The id token; <see langword="null"/> without the scope <c>openid</c>.</param>
/// <param name="ExpiresUtc">When the access token expires.</param>
/// <param name="Scopes">The scopes granted.</param>
public sealed record IssuedTokens(
    string AccessToken, string? RefreshToken, string? IdToken, DateTimeOffset ExpiresUtc, IReadOnlyList<string> Scopes);
