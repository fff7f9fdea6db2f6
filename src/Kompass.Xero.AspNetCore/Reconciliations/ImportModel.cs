namespace Kompass.Xero.AspNetCore;

/// <summary>What an upload would change, or changed.</summary>
internal sealed record ImportModel(Selection Selection, string FileName, ImportResult Result, PageList<ImportChange> Changes) : ISelectionModel
{
    /// <summary>Names the checked file; null when there is nothing to import.</summary>
    public string? Key { get; init; }
}
