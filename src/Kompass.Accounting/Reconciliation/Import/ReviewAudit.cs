namespace Kompass.Accounting;

/// <summary>What a review enters into the audit trail: an entry for each link and each decision.</summary>
internal static class ReviewAudit
{
    /// <param name="how">How the links came to be: imported, or linked on the page.</param>
    /// <param name="links">The new links.</param>
    /// <param name="decisions">The new decisions.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="actor">Who decided.</param>
    /// <param name="now">When.</param>
    public static IReadOnlyCollection<AuditEntry> Of(
        AuditAction how,
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        ConfigurationId configuration,
        string actor,
        DateTimeOffset now) =>
    [
        .. links.Select(link => new AuditEntry
        {
            At = now,
            Actor = actor,
            Action = how,
            ConfigurationId = configuration,
            RemoteOrganisationId = link.RemoteOrganisationId,
            Record = RecordKey.Of(link.ClientId),
            After = $"linked to contact {link.RemoteContactId}",
        }),
        .. decisions.Select(decision => new AuditEntry
        {
            At = now,
            Actor = actor,
            Action = AuditAction.Decide,
            ConfigurationId = configuration,
            RemoteOrganisationId = decision.RemoteOrganisationId,
            Record = decision.ClientId is { } client ? RecordKey.Of(client) : null,
            After = Words(decision),
        }),
    ];

    /// <summary>What is entered when links and decisions are taken back.</summary>
    /// <param name="links">The links that go.</param>
    /// <param name="decisions">The decisions that go.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="actor">Who takes them back.</param>
    /// <param name="now">When.</param>
    public static IReadOnlyCollection<AuditEntry> OfTakingBack(
        IReadOnlyCollection<ContactLink> links,
        IReadOnlyCollection<ContactDecision> decisions,
        ConfigurationId configuration,
        string actor,
        DateTimeOffset now) =>
    [
        .. links.Select(link => new AuditEntry
        {
            At = now,
            Actor = actor,
            Action = AuditAction.Unlink,
            ConfigurationId = configuration,
            RemoteOrganisationId = link.RemoteOrganisationId,
            Record = RecordKey.Of(link.ClientId),
            Before = $"linked to contact {link.RemoteContactId}",
        }),
        .. decisions.Select(decision => new AuditEntry
        {
            At = now,
            Actor = actor,
            Action = AuditAction.Decide,
            ConfigurationId = configuration,
            RemoteOrganisationId = decision.RemoteOrganisationId,
            Record = decision.ClientId is { } client ? RecordKey.Of(client) : null,
            Before = Words(decision),
            After = "taken back: to be decided again",
        }),
    ];

    private static string Words(ContactDecision decision) =>
        decision.RemoteContactId is { } contact ? $"{decision.Decision}, for contact {contact}" : $"{decision.Decision}";
}
