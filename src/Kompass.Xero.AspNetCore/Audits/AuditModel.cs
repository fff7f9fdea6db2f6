namespace Kompass.Xero.AspNetCore;

/// <summary>The page Audit trail.</summary>
/// <param name="Configurations">The configurations to choose from.</param>
/// <param name="Configuration">The chosen one, as it stands in the address; empty for all.</param>
/// <param name="Record">The id of the record that is looked for; empty for all.</param>
/// <param name="Entries">One page of the trail, newest first.</param>
/// <param name="Older">Where the next page begins; null on the last one.</param>
/// <param name="IsFirst">False when there are newer entries.</param>
internal sealed record AuditModel(
    IReadOnlyList<SelectionOption> Configurations, string Configuration, string Record, IReadOnlyList<AuditEntry> Entries, long? Older, bool IsFirst)
{
    public string Query => $"?configuration={Uri.EscapeDataString(Configuration)}&record={Uri.EscapeDataString(Record)}";

    public string NameOf(ConfigurationId? id) =>
        id is null ? "" : Configurations.FirstOrDefault(option => option.Id == id)?.Name ?? id.Value.ToString();
}
