using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class CursorWriter
{
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyDictionary<string, SourceCursor> cursors,
        CancellationToken cancellationToken)
    {
        if (cursors.Count == 0)
        {
            return;
        }

        var rows = await context.Set<CursorRow>()
            .Where(row => row.RemoteOrganisationId == organisation.Value)
            .ToDictionaryAsync(row => row.Name, StringComparer.Ordinal, cancellationToken);
        foreach (var (name, cursor) in cursors)
        {
            if (rows.TryGetValue(name, out var row))
            {
                row.Value = cursor.Value;
            }
            else
            {
                context.Add(new CursorRow { RemoteOrganisationId = organisation.Value, Name = name, Value = cursor.Value });
            }
        }
    }
}
