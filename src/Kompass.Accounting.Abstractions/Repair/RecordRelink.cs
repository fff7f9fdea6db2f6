namespace Kompass.Accounting;

/// <summary>Which contact or document a record is to be linked to.</summary>
/// <param name="Record">The client or document in Kompass.</param>
/// <param name="RemoteId">The id of the contact or document in the ledger.</param>
/// <param name="AllowShared">True to let the client share a contact that is another client's already; false refuses that.</param>
public sealed record RecordRelink(RecordKey Record, string RemoteId, bool AllowShared = false);
