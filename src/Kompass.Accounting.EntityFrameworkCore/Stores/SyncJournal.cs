using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class SyncJournal(StoreAccess store) : ISyncJournal
{
    public Task<Lease?> TryAcquireAsync(
        RemoteOrganisationId organisation,
        string owner,
        TimeSpan duration,
        CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Books(organisation),
            async context =>
            {
                var now = await store.GetTimeAsync(context, cancellationToken);
                return await LeaseTable.TryAcquireAsync(context, organisation, owner, now, now + duration, cancellationToken);
            },
            cancellationToken);

    public Task<Lease> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Books(lease.OrganisationId),
            async context =>
            {
                var expiresAt = await store.GetTimeAsync(context, cancellationToken) + duration;
                return await LeaseTable.SetExpiryAsync(context, lease, expiresAt, cancellationToken)
                    ? lease with { ExpiresAt = expiresAt }
                    : throw new LeaseLostException(lease);
            },
            cancellationToken);

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Books(lease.OrganisationId),
            context => LeaseTable.SetExpiryAsync(context, lease, DateTimeOffset.MinValue, cancellationToken),
            cancellationToken);

    public Task<IReadOnlyList<RemoteOrganisationId>> GetAbandonedAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<RemoteOrganisationId>>(
            async context => await LeaseTable.AbandonedAsync(context, await store.GetTimeAsync(context, cancellationToken), cancellationToken),
            cancellationToken);

    public Task BeginAsync(Lease lease, IReadOnlyCollection<Operation> intents, CancellationToken cancellationToken) =>
        RecordAsync(lease, new() { Operations = intents }, cancellationToken);

    public Task RecordAsync(Lease lease, OutcomeBatch batch, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Books(lease.OrganisationId),
            async context =>
            {
                var organisation = lease.OrganisationId;
                await LeaseTable.RequireAsync(context, lease, cancellationToken);
                await RevisionTable.GrowAsync(context, organisation, batch, cancellationToken);
                await OperationWriter.ApplyAsync(context, organisation, batch.Operations, cancellationToken);
                await LinkRemover.ApplyAsync(context, organisation, batch.RemovedContactLinks, batch.RemovedDocumentLinks, cancellationToken);
                await ContactLinkWriter.ApplyAsync(context, organisation, batch.ContactLinks, replace: true, cancellationToken);
                await DocumentLinkWriter.ApplyAsync(context, organisation, batch.DocumentLinks, cancellationToken);
                await MirrorWriter.ApplyAsync(context, organisation, batch.Contacts, cancellationToken);
                await HoldWriter.ApplyAsync(context, organisation, batch.Released, batch.Holds, cancellationToken);
                await DecisionWriter.ApplyAsync(context, organisation, batch.Decisions, cancellationToken);
                await SkipWriter.ApplyAsync(context, organisation, batch.Unskipped, batch.Skips, cancellationToken);
                await MappingWriter.ApplyAsync(context, organisation, batch.RemovedMappings, batch.Mappings, cancellationToken);
                await ImportWriter.ApplyAsync(context, organisation, batch.Import, cancellationToken);
                await CursorWriter.ApplyAsync(context, organisation, batch.Cursors, cancellationToken);
                AuditWriter.Append(context, batch.Audit);
                await LinkConflicts.SaveAsync(store, context, cancellationToken);
            },
            cancellationToken);

    public Task<int> ArchiveAsync(Lease lease, DateTimeOffset before, int maximum, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximum);
        return store.WriteAsync(
            Scopes.Books(lease.OrganisationId),
            async context =>
            {
                await LeaseTable.RequireAsync(context, lease, cancellationToken);
                return await JournalArchive.MoveAsync(context, lease.OrganisationId, before, maximum, cancellationToken);
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<Operation>> GetUnsettledAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<Operation>>(
            async context =>
            {
                var rows = await ReadAsync<OperationRow>(
                    context,
                    row => row.RemoteOrganisationId == organisation.Value
                        && (row.State == OperationState.Intended || row.State == OperationState.Unknown),
                    cancellationToken);
                return [.. rows.Select(row => row.ToRecord())];
            },
            cancellationToken);

    public Task<IReadOnlyList<Operation>> GetHistoryAsync(
        RemoteOrganisationId organisation,
        RecordKey record,
        CancellationToken cancellationToken) =>
        ReadAllAsync(
            row => row.RemoteOrganisationId == organisation.Value && row.RecordKind == record.Kind && row.RecordId == record.Id,
            cancellationToken);

    public Task<IReadOnlyList<Operation>> GetOperationsAsync(RemoteOrganisationId organisation, RunId run, CancellationToken cancellationToken) =>
        ReadAllAsync(row => row.RemoteOrganisationId == organisation.Value && row.RunId == run.Value, cancellationToken);

    public Task<IReadOnlyList<TakeOverImport>> GetImportsAsync(ConfigurationId configuration, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<TakeOverImport>>(
            async context =>
            {
                var rows = await context.Set<ImportRow>().AsNoTracking()
                    .Where(row => row.ConfigurationId == configuration.Value)
                    .OrderByDescending(row => row.Sequence)
                    .ToListAsync(cancellationToken);
                return rows.ConvertAll(row => row.ToRecord());
            },
            cancellationToken);

    public Task<IReadOnlyList<Hold>> GetHoldsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<Hold>>(
            async context =>
            {
                var rows = await context.Set<HoldRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value)
                    .OrderBy(row => row.Since)
                    .ThenBy(row => row.RecordKind)
                    .ThenBy(row => row.RecordId)
                    .ToListAsync(cancellationToken);
                return rows.ConvertAll(row => row.ToRecord());
            },
            cancellationToken);

    public Task<IReadOnlyList<RecordSkip>> GetSkipsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<RecordSkip>>(
            async context =>
            {
                var rows = await context.Set<SkipRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value)
                    .OrderBy(row => row.SkippedAt)
                    .ThenBy(row => row.RecordKind)
                    .ThenBy(row => row.RecordId)
                    .ToListAsync(cancellationToken);
                return rows.ConvertAll(row => row.ToRecord());
            },
            cancellationToken);

    public Task SaveRunAsync(SyncRun run, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Run(run.Id),
            async context =>
            {
                var row = await context.Set<RunRow>().FirstOrDefaultAsync(standing => standing.Id == run.Id.Value, cancellationToken);
                if (row is null)
                {
                    row = new();
                    context.Add(row);
                }

                row.Set(run);
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);

    public Task<IReadOnlyList<SyncRun>> GetRunsAsync(ConfigurationId configuration, int maximum, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<SyncRun>>(
            async context =>
            {
                var rows = await LatestAsync<RunRow>(context, configuration, maximum, cancellationToken);
                if (rows.Count < maximum)
                {
                    rows = JournalArchive.Join(rows, await LatestAsync<ArchivedRunRow>(context, configuration, maximum, cancellationToken));
                }

                return [.. rows.Take(maximum).Select(row => row.ToRecord())];
            },
            cancellationToken);

    public Task<IReadOnlyDictionary<string, SourceCursor>> GetCursorsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyDictionary<string, SourceCursor>>(
            async context => await context.Set<CursorRow>().AsNoTracking()
                .Where(row => row.RemoteOrganisationId == organisation.Value)
                .ToDictionaryAsync(row => row.Name, row => new SourceCursor(row.Value), StringComparer.Ordinal, cancellationToken),
            cancellationToken);

    private static async Task<IReadOnlyList<RunColumns>> LatestAsync<TRow>(
        AccountingDbContext context, ConfigurationId configuration, int maximum, CancellationToken cancellationToken)
        where TRow : RunColumns =>
        await context.Set<TRow>().AsNoTracking()
            .Where(row => row.ConfigurationId == configuration.Value)
            .OrderByDescending(row => row.StartedAt)
            .ThenByDescending(row => row.Sequence)
            .Take(maximum)
            .ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<OperationColumns>> ReadAsync<TRow>(
        AccountingDbContext context, Expression<Func<OperationColumns, bool>> wanted, CancellationToken cancellationToken)
        where TRow : OperationColumns =>
        await ((IQueryable<OperationColumns>)context.Set<TRow>().AsNoTracking())
            .Where(wanted)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);

    private Task<IReadOnlyList<Operation>> ReadAllAsync(Expression<Func<OperationColumns, bool>> wanted, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<Operation>>(
            async context =>
            {
                var rows = await ReadAsync<OperationRow>(context, wanted, cancellationToken);
                var archived = await ReadAsync<ArchivedOperationRow>(context, wanted, cancellationToken);
                return [.. JournalArchive.Join(rows, archived).Select(row => row.ToRecord())];
            },
            cancellationToken);
}
