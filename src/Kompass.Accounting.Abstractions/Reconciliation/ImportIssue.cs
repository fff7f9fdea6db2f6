namespace Kompass.Accounting;

/// <summary>Something about one line of an imported file.</summary>
/// <param name="Line">
/// The row as a spreadsheet numbers it, from 1: the header is row 1, a row with line breaks inside a cell is one row, blank rows count.
/// </param>
/// <param name="Column">The column; null when the whole line is meant.</param>
/// <param name="Message">What it is, and what to do.</param>
public sealed record ImportIssue(int Line, string? Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Column is null ? $"Line {Line}: {Message}" : $"Line {Line}, {Column}: {Message}";
}
