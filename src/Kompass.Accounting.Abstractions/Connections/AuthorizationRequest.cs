namespace Kompass.Accounting;

/// <summary>The first half of an authorisation.</summary>
/// <param name="Address">Where the administrator's browser has to go.</param>
/// <param name="BrowserBinding">A secret for the browser to keep (a cookie) and to bring back with the response.</param>
public sealed record AuthorizationRequest(Uri Address, string BrowserBinding)
{
    /// <summary>Names the type alone, since the members are secrets.</summary>
    public override string ToString() => nameof(AuthorizationRequest);
}
