namespace Kompass.Accounting;

/// <summary>Something about one line of an imported file.</summary>
/// <param name="Line">The line in the file, from 1; the header is line 1.</param>
/// <param name="Column">The column; null when the whole line is meant.</param>
/// <param name="Message">What it is, and what to do.</param>
public sealed record ImportIssue(int Line, string? Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Column is null ? $"Line {Line}: {Message}" : $"Line {Line}, {Column}: {Message}";
}
