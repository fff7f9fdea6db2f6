namespace Kompass.Xero;

/// <summary>What one call to Xero needs.</summary>
/// <param name="AccessToken">The bearer token. A secret: never log it.</param>
/// <param name="TenantId">The organisation, for the header <c>xero-tenant-id</c>.</param>
/// <param name="ExpiresAt">When the token expires, in UTC. Ask again before each use rather than keeping it.</param>
public sealed record XeroAccess(string AccessToken, string TenantId, DateTimeOffset ExpiresAt)
{
    /// <summary>Names the organisation alone, since the token is a secret.</summary>
    public override string ToString() => $"{nameof(XeroAccess)} for {TenantId}";
}
