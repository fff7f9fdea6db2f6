namespace Kompass.Xero.AspNetCore;

/// <summary>One record of the page.</summary>
internal sealed record RecordRow(RecordKey Record, string Title, decimal? Amount, string Text, DateTimeOffset? Since)
{
    /// <summary>What it is in Xero; null while it is nothing there, and where nobody looked.</summary>
    public RecordLink? Link { get; init; }

    /// <summary>The record in a form.</summary>
    public string Key => $"{Record.Kind}:{Record.Id}";

    public bool Matches(string text) =>
        Title.Contains(text, StringComparison.OrdinalIgnoreCase) || Record.Id.Contains(text, StringComparison.OrdinalIgnoreCase);
}
