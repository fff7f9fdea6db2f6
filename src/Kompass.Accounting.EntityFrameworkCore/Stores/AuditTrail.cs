using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class AuditTrail(StoreAccess store) : IAuditTrail
{
    public Task AppendAsync(IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Audit,
            async context =>
            {
                AuditWriter.Append(context, entries);
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Maximum, 1);
        return store.ReadAsync<IReadOnlyList<AuditEntry>>(
            async context =>
            {
                var rows = await Wanted(context.Set<AuditRow>().AsNoTracking(), query)
                    .OrderByDescending(row => row.Sequence)
                    .Take(query.Maximum)
                    .ToListAsync(cancellationToken);
                return rows.ConvertAll(row => row.ToRecord());
            },
            cancellationToken);
    }

    private static IQueryable<AuditRow> Wanted(IQueryable<AuditRow> rows, AuditQuery query)
    {
        if (query.ConfigurationId is { Value: var configuration })
        {
            rows = rows.Where(row => row.ConfigurationId == configuration);
        }

        if (query.RemoteOrganisationId is { Value: var organisation })
        {
            rows = rows.Where(row => row.RemoteOrganisationId == organisation);
        }

        if (query.Record is { Kind: var kind, Id: var id })
        {
            rows = rows.Where(row => row.RecordKind == kind && row.RecordId == id);
        }

        return query.Before is { } before ? rows.Where(row => row.Sequence < before) : rows;
    }
}
