namespace Kompass.Accounting;

/// <summary>What applying a comparison of documents changed. Nothing is ever written into the ledger.</summary>
/// <param name="Linked">Documents that were linked, and are never sent.</param>
/// <param name="Held">Documents that wait for a person.</param>
/// <param name="Released">Documents that waited, and of which nothing was found any more.</param>
/// <param name="Skipped">Documents that were sent or linked meanwhile: left as they are.</param>
public sealed record DocumentReconciliationResult(int Linked, int Held, int Released, int Skipped);
