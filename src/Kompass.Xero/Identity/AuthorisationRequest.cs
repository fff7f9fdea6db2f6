namespace Kompass.Xero;

/// <summary>One attempt to obtain consent: the address for the browser, and the two secrets that must survive until the callback.</summary>
internal sealed record AuthorisationRequest(Uri Url, string State, string CodeVerifier)
{
    public override string ToString() => "AuthorisationRequest { secrets hidden }";
}
