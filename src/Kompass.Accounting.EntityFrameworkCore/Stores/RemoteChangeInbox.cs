using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>
/// Under the lock of its organisation each change gets a sequence greater than all that were ever seen there, so that what a run read
/// before it began can be removed by one number.
/// </summary>
internal sealed class RemoteChangeInbox(StoreAccess store) : IRemoteChangeInbox
{
    public async Task<int> StoreAsync(IReadOnlyCollection<RemoteChange> changes, CancellationToken cancellationToken)
    {
        var stored = 0;
        foreach (var told in changes.GroupBy(change => change.OrganisationId))
        {
            var latest = told
                .GroupBy(change => (change.Kind, change.RemoteId))
                .Select(record => record.MaxBy(change => change.ChangedAt)!)
                .ToList();
            stored += await store.WriteAsync(
                Scopes.Inbox(told.Key), context => StoreAsync(context, told.Key, latest, cancellationToken), cancellationToken);
        }

        return stored;
    }

    public Task<IReadOnlyList<WaitingChanges>> GetWaitingAsync(CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<WaitingChanges>>(
            async context =>
            {
                var groups = await context.Set<InboxRow>()
                    .GroupBy(row => new { row.RemoteOrganisationId, row.Kind })
                    .Select(rows => new { rows.Key, Count = rows.Count(), First = rows.Min(row => row.Sequence), Last = rows.Max(row => row.Sequence) })
                    .ToListAsync(cancellationToken);
                return
                [
                    .. groups
                        .OrderBy(rows => rows.First)
                        .Select(rows => new WaitingChanges(new(rows.Key.RemoteOrganisationId), rows.Key.Kind, rows.Count, rows.First, rows.Last)),
                ];
            },
            cancellationToken);

    public Task<IReadOnlyList<StoredChange>> ReadAsync(RemoteOrganisationId organisation, long after, int maximum, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        return store.ReadAsync<IReadOnlyList<StoredChange>>(
            async context =>
            {
                var rows = await context.Set<InboxRow>().AsNoTracking()
                    .Where(row => row.RemoteOrganisationId == organisation.Value && row.Sequence > after)
                    .OrderBy(row => row.Sequence)
                    .Take(maximum)
                    .ToListAsync(cancellationToken);
                return rows.ConvertAll(row => row.ToRecord());
            },
            cancellationToken);
    }

    public Task RemoveAsync(RemoteOrganisationId organisation, long upTo, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Inbox(organisation),
            context => context.Set<InboxRow>()
                .Where(row => row.RemoteOrganisationId == organisation.Value && row.Sequence <= upTo)
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);

    public Task<int> PruneAsync(TimeSpan age, CancellationToken cancellationToken) =>
        store.WriteAsync(
            Scopes.Prune,
            async context =>
            {
                var before = Instants.ToTicks(await store.GetTimeAsync(context, cancellationToken) - age);
                return await context.Set<InboxRow>().Where(row => row.StoredAt < before).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);

    private async Task<int> StoreAsync(
        AccountingDbContext context, RemoteOrganisationId organisation, List<RemoteChange> changes, CancellationToken cancellationToken)
    {
        var ids = changes.Select(change => change.RemoteId).ToHashSet();
        var waiting = await context.Set<InboxRow>().AsNoTracking()
            .Where(row => row.RemoteOrganisationId == organisation.Value && ids.Contains(row.RemoteId))
            .ToDictionaryAsync(row => (row.Kind, row.RemoteId), cancellationToken);
        var fresh = changes
            .Where(change => !waiting.TryGetValue((change.Kind, change.RemoteId), out var row) || row.ChangedAt < Instants.ToTicks(change.ChangedAt))
            .ToList();
        if (fresh.Count == 0)
        {
            return 0;
        }

        var replaced = fresh
            .Select(change => waiting.GetValueOrDefault((change.Kind, change.RemoteId))?.Sequence)
            .OfType<long>()
            .ToHashSet();
        await context.Set<InboxRow>().Where(row => replaced.Contains(row.Sequence)).ExecuteDeleteAsync(cancellationToken);
        var now = await store.GetTimeAsync(context, cancellationToken);
        context.AddRange(fresh.Select(change => InboxRow.From(change, now)));
        await context.SaveChangesAsync(cancellationToken);
        return fresh.Count;
    }
}
