namespace Kompass.Accounting;

/// <summary>What waits in the inbox about one organisation and one kind of record.</summary>
/// <param name="OrganisationId">The organisation in the ledger.</param>
/// <param name="Kind">What was changed.</param>
/// <param name="Count">How many records; at least 1.</param>
/// <param name="First">The sequence of the one that was stored first.</param>
/// <param name="Last">The sequence of the one that was stored last.</param>
public sealed record WaitingChanges(RemoteOrganisationId OrganisationId, RemoteChangeKind Kind, int Count, long First, long Last);
