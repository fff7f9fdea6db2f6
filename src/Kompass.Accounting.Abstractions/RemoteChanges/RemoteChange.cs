namespace Kompass.Accounting;

/// <summary>The ledger tells that somebody changed a record. A hint: what was changed is found by reading.</summary>
/// <param name="OrganisationId">The organisation in the ledger.</param>
/// <param name="Kind">What was changed.</param>
/// <param name="RemoteId">The record in the ledger.</param>
/// <param name="ChangedAt">When, as the ledger says.</param>
public sealed record RemoteChange(RemoteOrganisationId OrganisationId, RemoteChangeKind Kind, string RemoteId, DateTimeOffset ChangedAt);
