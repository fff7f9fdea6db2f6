namespace Kompass.Accounting;

/// <summary>A record that is rightly not sent.</summary>
/// <param name="Record">The record.</param>
/// <param name="Title">The number or name by which people know it.</param>
/// <param name="Reason">Why it is not sent.</param>
public sealed record SkippedRecord(RecordKey Record, string Title, SkipReason Reason);
