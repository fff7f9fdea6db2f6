namespace Kompass.Accounting;

/// <summary>What became of one record of a repair.</summary>
/// <param name="Record">The record.</param>
/// <param name="IsDone">False when it was refused and nothing was changed.</param>
/// <param name="Message">What was done and what follows, or why it was refused and what to do.</param>
public sealed record RepairResult(RecordKey Record, bool IsDone, string Message);
