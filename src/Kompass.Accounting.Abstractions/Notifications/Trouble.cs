namespace Kompass.Accounting;

/// <summary>Something that the recipients are told once, and that is not told again until it is over.</summary>
/// <param name="OrganisationId">The organisation in the ledger.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why records are held; null for any other kind.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="ToldAt">When they were told; null while it may still pass by itself.</param>
public sealed record Trouble(RemoteOrganisationId OrganisationId, TroubleKind Kind, HoldReason? Reason, DateTimeOffset Since, DateTimeOffset? ToldAt);
