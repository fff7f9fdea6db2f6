namespace Kompass.Accounting;

/// <summary>A legal entity inside one Kompass account.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name.</param>
public sealed record KompassOrganisation(KompassOrganisationId Id, string Name);
