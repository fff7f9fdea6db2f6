namespace Kompass.Accounting;

/// <summary>A change of one existing document.</summary>
/// <param name="Id">The document.</param>
/// <param name="Content">What it is to be, whole.</param>
/// <param name="LineIds">
/// The ledger's ids of the lines that stay, one for each line of the content; null for a new line. Lines not named are removed.
/// </param>
public sealed record DocumentUpdate(RemoteDocumentId Id, DocumentContent Content, IReadOnlyList<string?> LineIds);
