namespace Kompass.Xero.Emulator;

/// <summary>The addresses under which an emulator answers: those that a client of the real Xero finds on three hosts.</summary>
/// <param name="AuthorizeUrl">Where a browser is sent for consent.</param>
/// <param name="TokenUrl">Where codes and refresh tokens are exchanged.</param>
/// <param name="RevocationUrl">Where a refresh token is revoked.</param>
/// <param name="ConnectionsUrl">Where the connected organisations are listed.</param>
/// <param name="ApiUrl">The base of the accounting API, without a trailing slash.</param>
public sealed record EmulatorEndpoints(Uri AuthorizeUrl, Uri TokenUrl, Uri RevocationUrl, Uri ConnectionsUrl, Uri ApiUrl)
{
    /// <summary>The addresses on one origin.</summary>
    /// <param name="baseAddress">The origin, such as <c>http://localhost:5555</c>.</param>
    public static EmulatorEndpoints At(Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        return new EmulatorEndpoints(
            new Uri(baseAddress, "/identity/connect/authorize"),
            new Uri(baseAddress, "/connect/token"),
            new Uri(baseAddress, "/connect/revocation"),
            new Uri(baseAddress, "/connections"),
            new Uri(baseAddress, "/api.xro/2.0"));
    }
}
