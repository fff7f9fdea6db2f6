namespace Kompass.Xero.AspNetCore;

/// <summary>Which configuration a page is about, and which others there are.</summary>
internal sealed record Selection(IReadOnlyList<SelectionOption> Options, SyncConfiguration? Current)
{
    public string Name => Options.FirstOrDefault(option => option.Id == Current?.Id)?.Name ?? "";

    /// <summary>What is missing before the page can be used; null when nothing is.</summary>
    public string? Missing => this switch
    {
        { Options: [] } => "There is no configuration yet. Add one under Configurations.",
        { Current: null } => "There is no such configuration, or no longer. Choose another one.",
        { Current.Connection: null } => "This configuration is not connected to Xero. Under Configurations select it, choose Authorize with Xero and click Go.",
        _ => null,
    };
}
