namespace Kompass.Accounting;

/// <summary>Something about one line of one of the files.</summary>
/// <param name="File">Which file: <c>clients</c>, <c>documents</c> or <c>mappings</c>.</param>
/// <param name="Line">The row as a spreadsheet numbers it, from 1: the header is row 1.</param>
/// <param name="Column">The column; null when the whole line is meant.</param>
/// <param name="Message">What it is, and what to do.</param>
public sealed record TakeOverIssue(string File, int Line, string? Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Column is null ? $"{File}, line {Line}: {Message}" : $"{File}, line {Line}, {Column}: {Message}";
}
