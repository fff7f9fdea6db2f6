namespace Kompass.Accounting;

/// <summary>Who authorises, and where the browser goes afterwards.</summary>
/// <param name="RequestedBy">The administrator.</param>
/// <param name="ReturnPath">A local path of the host; null for none. Kept on the server, never sent to the ledger.</param>
public sealed record AuthorizationIntent(string RequestedBy, string? ReturnPath = null);
