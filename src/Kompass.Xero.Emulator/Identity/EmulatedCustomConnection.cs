namespace Kompass.Xero.Emulator;

/// <summary>An app that is connected to one organisation for good and gets its tokens by client credentials. Immutable.</summary>
/// <param name="ClientId">The app's client id.</param>
/// <param name="ClientSecret">The app's secret.</param>
/// <param name="TenantId">The organisation.</param>
/// <param name="Scopes">The scopes that were chosen for it; a token request must name some of them.</param>
public sealed record EmulatedCustomConnection(string ClientId, string ClientSecret, Guid TenantId, IReadOnlyList<string> Scopes);
