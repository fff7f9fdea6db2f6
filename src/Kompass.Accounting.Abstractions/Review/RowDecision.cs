namespace Kompass.Accounting;

/// <summary>A person's decision about one row of a comparison.</summary>
/// <param name="Row">The row's number within the report, from 1.</param>
/// <param name="Choice">What is decided.</param>
/// <param name="Client">The client that is meant; null for the one that the row lists.</param>
public sealed record RowDecision(int Row, RowChoice Choice, ClientId? Client = null);
