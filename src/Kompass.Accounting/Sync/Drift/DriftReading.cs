namespace Kompass.Accounting;

/// <summary>Documents of a kind that were changed in the ledger.</summary>
/// <param name="Documents">The documents as they are now.</param>
/// <param name="HasMore">Whether the reading stopped before the end.</param>
internal sealed record DriftReading(IReadOnlyDictionary<RemoteDocumentId, RemoteDocument> Documents, bool HasMore);
