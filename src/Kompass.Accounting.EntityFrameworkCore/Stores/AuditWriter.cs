namespace Kompass.Accounting.EntityFrameworkCore;

internal static class AuditWriter
{
    /// <summary>Adds entries to a context; they are stored with whatever else it saves.</summary>
    public static void Append(AccountingDbContext context, IReadOnlyCollection<AuditEntry> entries)
    {
        foreach (var entry in entries)
        {
            context.Add(AuditRow.From(entry));
        }
    }
}
