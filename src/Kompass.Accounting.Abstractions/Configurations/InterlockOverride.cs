namespace Kompass.Accounting;

/// <summary>
/// The recorded decision to enable the Clients module although no reconciliation covers the organisation's contacts.
/// </summary>
/// <param name="DecidedBy">The administrator.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Reason">Why, in the administrator's words.</param>
/// <param name="OrganisationId">The organisation that it holds for, and no other.</param>
public sealed record InterlockOverride(string DecidedBy, DateTimeOffset DecidedAt, string Reason, RemoteOrganisationId OrganisationId);
