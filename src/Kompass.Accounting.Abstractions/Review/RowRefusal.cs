namespace Kompass.Accounting;

/// <summary>Why nothing was decided about a row.</summary>
/// <param name="Row">The row's number within the report, from 1; 0 when all rows are meant.</param>
/// <param name="Message">What stands in the way, and what to do.</param>
public sealed record RowRefusal(int Row, string Message);
