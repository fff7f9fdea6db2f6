namespace Kompass.Accounting;

/// <summary>Contacts that were changed in the ledger.</summary>
/// <param name="Since">From when on.</param>
/// <param name="Read">The contacts as they are now.</param>
internal sealed record ContactChanges(DateTimeOffset Since, IReadOnlyList<RemoteContact> Read);
