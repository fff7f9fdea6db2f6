namespace Kompass.Xero;

/// <summary>Whose books a call is about. There is no ambient tenant: each call names its own.</summary>
/// <param name="TenantId">The organisation's id, sent as <c>xero-tenant-id</c>.</param>
/// <param name="Tokens">The token set that serves it.</param>
/// <param name="Priority">Who waits for the call.</param>
/// <param name="IsReadOnly">True where a writing call is refused before it is sent.</param>
internal sealed record XeroTenant(string TenantId, IAccessTokens Tokens, CallPriority Priority = CallPriority.Sync, bool IsReadOnly = false)
{
    public override string ToString() => $"XeroTenant {TenantId}";
}
