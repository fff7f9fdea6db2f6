namespace Kompass.Accounting.Tests;

/// <summary>The inbox in memory.</summary>
internal sealed class InMemoryRemoteChangeInbox : IRemoteChangeInbox
{
    private readonly Lock _gate = new();
    private readonly List<StoredChange> _changes = [];
    private long _sequence;

    public Task<int> StoreAsync(IReadOnlyCollection<RemoteChange> changes, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            foreach (var change in changes)
            {
                _changes.RemoveAll(stored => stored.Change with { ChangedAt = default } == change with { ChangedAt = default });
                _changes.Add(new(++_sequence, change));
            }

            return Task.FromResult(changes.Count);
        }
    }

    public Task<IReadOnlyList<WaitingChanges>> GetWaitingAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<WaitingChanges>>(
            [
                .. _changes
                    .GroupBy(stored => (stored.Change.OrganisationId, stored.Change.Kind))
                    .Select(group => new WaitingChanges(
                        group.Key.OrganisationId, group.Key.Kind, group.Count(), group.Min(stored => stored.Sequence), group.Max(stored => stored.Sequence))),
            ]);
        }
    }

    public Task<IReadOnlyList<StoredChange>> ReadAsync(RemoteOrganisationId organisation, long after, int maximum, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<StoredChange>>(
                [.. _changes.Where(stored => stored.Change.OrganisationId == organisation && stored.Sequence > after).Take(maximum)]);
        }
    }

    public Task RemoveAsync(RemoteOrganisationId organisation, long upTo, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _changes.RemoveAll(stored => stored.Change.OrganisationId == organisation && stored.Sequence <= upTo);
            return Task.CompletedTask;
        }
    }

    public Task<int> PruneAsync(TimeSpan age, CancellationToken cancellationToken) => Task.FromResult(0);
}
