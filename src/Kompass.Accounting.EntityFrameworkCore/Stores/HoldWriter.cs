using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class HoldWriter
{
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<RecordKey> released,
        IReadOnlyCollection<Hold> holds,
        CancellationToken cancellationToken)
    {
        if (released.Count == 0 && holds.Count == 0)
        {
            return;
        }

        var ids = released.Concat(holds.Select(hold => hold.Record)).Select(record => record.Id).ToHashSet();
        var rows = await context.Set<HoldRow>()
            .Where(row => row.RemoteOrganisationId == organisation.Value
                && (row.RecordKind == RecordKind.Client || row.RecordKind == RecordKind.Invoice)
                && ids.Contains(row.RecordId))
            .ToDictionaryAsync(row => new RecordKey(row.RecordKind, row.RecordId), cancellationToken);
        var held = holds.Select(hold => hold.Record).ToHashSet();
        context.RemoveRange(released.Where(record => !held.Contains(record)).Distinct().Where(rows.ContainsKey).Select(record => rows[record]));
        var again = released.ToHashSet();
        foreach (var hold in holds)
        {
            if (!rows.TryGetValue(hold.Record, out var row))
            {
                rows[hold.Record] = row = new()
                {
                    RemoteOrganisationId = organisation.Value,
                    RecordKind = hold.Record.Kind,
                    RecordId = hold.Record.Id,
                };
                row.Set(hold);
                context.Add(row);
            }
            else
            {
                var keepsDate = !again.Remove(hold.Record) && row.Reason == hold.Reason;
                row.Set(keepsDate ? hold with { Since = Instants.FromTicks(row.Since) } : hold);
            }
        }
    }
}
