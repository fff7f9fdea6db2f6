namespace Kompass.Accounting;

/// <summary>What an import enters into the audit trail: an entry for each link and each decision.</summary>
internal static class ImportAudit
{
    public static IReadOnlyCollection<AuditEntry> Of(ImportResult result, ConfigurationId configuration, string actor, DateTimeOffset now) =>
    [
        .. result.Links.Select(link => new AuditEntry
        {
            At = now,
            Actor = actor,
            Action = AuditAction.Import,
            ConfigurationId = configuration,
            RemoteOrganisationId = link.RemoteOrganisationId,
            Record = RecordKey.Of(link.ClientId),
            After = $"linked to contact {link.RemoteContactId}",
        }),
        .. result.Decisions.Select(decision => new AuditEntry
        {
            At = now,
            Actor = actor,
            Action = AuditAction.Decide,
            ConfigurationId = configuration,
            RemoteOrganisationId = decision.RemoteOrganisationId,
            Record = decision.ClientId is { } client ? RecordKey.Of(client) : null,
            After = decision.RemoteContactId is { } contact ? $"{decision.Decision}, for contact {contact}" : $"{decision.Decision}",
        }),
    ];
}
