namespace Kompass.Accounting;

/// <summary>What the ledger sent back through the browser.</summary>
/// <param name="State">The state, as sent back.</param>
/// <param name="Code">The authorisation code; null when the person refused.</param>
/// <param name="Error">The error, such as access_denied; null when the person allowed.</param>
/// <param name="BrowserBinding">The secret that the browser kept; null when it brought none.</param>
public sealed record AuthorizationResponse(string? State, string? Code, string? Error, string? BrowserBinding)
{
    /// <summary>Names the type alone, since the members are secrets.</summary>
    public override string ToString() => nameof(AuthorizationResponse);
}
