namespace Kompass.Accounting;

/// <summary>Every contact of the ledger as it is now.</summary>
/// <param name="All">The contacts.</param>
/// <param name="Since">From when on changes were read; null when every contact was.</param>
internal sealed record CurrentContacts(IReadOnlyList<RemoteContact> All, DateTimeOffset? Since);
