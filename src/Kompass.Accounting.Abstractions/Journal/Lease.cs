namespace Kompass.Accounting;

/// <summary>The sole right to write for one organisation of the ledger.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Owner">Who holds it.</param>
/// <param name="Epoch">Grows with each take-over; every write of the engine is refused under an older one.</param>
/// <param name="ExpiresAt">When it lapses unless it is renewed.</param>
public sealed record Lease(RemoteOrganisationId OrganisationId, string Owner, long Epoch, DateTimeOffset ExpiresAt)
{
    /// <summary>True when the holder before, somebody else, did not give it back: it lapsed. Default: false.</summary>
    public bool IsTakenOver { get; init; }
}
