namespace Kompass.Accounting;

/// <summary>The organisation that a configuration was connected to until an administrator disconnected it.</summary>
/// <param name="OrganisationId">The organisation, under which links, mappings and journal are kept.</param>
/// <param name="OrganisationName">Its name when it was connected.</param>
/// <param name="DisconnectedAt">When it was disconnected.</param>
/// <param name="DisconnectedBy">The administrator who did it.</param>
public sealed record FormerConnection(
    RemoteOrganisationId OrganisationId, string OrganisationName, DateTimeOffset DisconnectedAt, string DisconnectedBy);
