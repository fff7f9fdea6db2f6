namespace Kompass.Accounting;

/// <summary>A review file as read.</summary>
/// <param name="Lines">The rows that hold anything.</param>
/// <param name="Errors">What makes the file unreadable; while there are any, the lines count for nothing.</param>
internal sealed record ReviewFile(IReadOnlyList<ReviewLine> Lines, IReadOnlyList<ImportIssue> Errors);
