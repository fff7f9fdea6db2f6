namespace Kompass.Accounting;

/// <summary>A comparison in the list of those that are kept.</summary>
/// <param name="Header">When, and who asked for it.</param>
/// <param name="Rows">How many rows it has; null while they are not counted: a list counts some thousands, and the next one goes on.</param>
/// <param name="Remaining">How many were open when it was finished; null like the rows.</param>
public sealed record KeptComparison(ReconciliationHeader Header, int? Rows, int? Remaining);
