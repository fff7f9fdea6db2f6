using Kompass.Accounting;

namespace Kompass.Xero;

/// <summary>What connecting and disconnecting enters into the audit trail.</summary>
internal static class ConnectionAudit
{
    /// <param name="before">The configuration as it was.</param>
    /// <param name="connection">What the consent granted.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="isConfirmed">Whether a person confirmed the name of the organisation.</param>
    public static AuditEntry Connected(SyncConfiguration before, RemoteConnection connection, ConnectOutcome outcome, bool isConfirmed) =>
        Entry(before, connection.ConnectedBy, connection.ConnectedAt, isConfirmed ? AuditAction.Confirm : AuditAction.Connect) with
        {
            RemoteOrganisationId = connection.OrganisationId,
            Before = before.Connection is { } standing
                ? $"connected to {standing.OrganisationName}"
                : before.FormerConnection is { } former ? $"not connected, before that to {former.OrganisationName}" : null,
            After = outcome == ConnectOutcome.Connected
                ? $"connected to {connection.OrganisationName}"
                : $"{connection.OrganisationName} waits to be confirmed",
        };

    public static AuditEntry? Stopped(SyncConfiguration before, string actor, DateTimeOffset now) =>
        Entry(before, actor, now, AuditAction.Disconnect) with { Before = "enabled", After = "stopped, to be disconnected" };

    public static AuditEntry? Disconnected(SyncConfiguration before, string actor, DateTimeOffset now) =>
        Entry(before, actor, now, AuditAction.Disconnect) with
        {
            Before = before.Connection is { } standing
                ? $"connected to {standing.OrganisationName}"
                : $"{before.PendingConnection?.OrganisationName} waited to be confirmed",
            After = "not connected",
        };

    private static AuditEntry Entry(SyncConfiguration before, string actor, DateTimeOffset at, AuditAction action) => new()
    {
        At = at,
        Actor = actor,
        Action = action,
        ConfigurationId = before.Id,
        RemoteOrganisationId = (before.Connection ?? before.PendingConnection)?.OrganisationId,
    };
}
