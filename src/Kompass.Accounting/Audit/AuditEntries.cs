namespace Kompass.Accounting;

internal static class AuditEntries
{
    /// <summary>An entry about a configuration and the organisation that it is connected to.</summary>
    public static AuditEntry Of(RemoteConnection connection, ConfigurationId configuration, string actor, AuditAction action, DateTimeOffset at) => new()
    {
        At = at,
        Actor = actor,
        Action = action,
        ConfigurationId = configuration,
        RemoteOrganisationId = connection.OrganisationId,
    };
}
