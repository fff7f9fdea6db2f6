namespace Kompass.Xero;

/// <summary>One organisation that a user has connected to this app.</summary>
/// <param name="Id">The id of the connection itself, needed to remove it; not the organisation's.</param>
/// <param name="TenantId">The organisation's id, sent with every call.</param>
/// <param name="TenantName">The organisation's name when it was connected.</param>
/// <param name="AuthEventId">The consent that last granted it.</param>
internal sealed record XeroConnection(string Id, string TenantId, string TenantName, string? AuthEventId);
