namespace Kompass.Xero.Emulator;

/// <summary>A code on its way back to the app: single use, five minutes.</summary>
internal sealed record AuthorisationCode(
    RegisteredApp App, string RedirectUri, string? CodeChallenge, DateTimeOffset IssuedAt, TokenSet Grant);
