namespace Kompass.Accounting;

internal static class AuditEntryExtensions
{
    /// <summary>The entry with what changed between two versions; null when nothing did.</summary>
    public static AuditEntry? Between(this AuditEntry entry, SyncConfiguration before, SyncConfiguration after) =>
        SettingsWords.Difference(before, after) is var (earlier, later) ? entry with { Before = earlier, After = later } : null;
}
