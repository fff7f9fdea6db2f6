namespace Kompass.Accounting;

/// <summary>What somebody did in the ledger to a record that Kompass sent, in words.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Detail">What is so with this very record.</param>
/// <param name="Remedy">What to do, or that there is nothing to do.</param>
public sealed record RecordDrift(DriftKind Kind, string Detail, string Remedy);
