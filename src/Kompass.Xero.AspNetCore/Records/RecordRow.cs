namespace Kompass.Xero.AspNetCore;

/// <summary>One record of the page.</summary>
internal sealed record RecordRow(RecordKey Record, string Title, decimal? Amount, string Text, DateTimeOffset? Since)
{
    /// <summary>The record in a form.</summary>
    public string Key => $"{Record.Kind}:{Record.Id}";

    public bool Matches(string text) =>
        Title.Contains(text, StringComparison.OrdinalIgnoreCase) || Record.Id.Contains(text, StringComparison.OrdinalIgnoreCase);
}
