namespace Kompass.Accounting.Tests;

/// <summary>
/// The journal in memory: fenced leases on the injected clock, operations, holds, runs and cursors.
/// <see cref="RecordAsync"/> is all or nothing over journal, links and mirror.
/// </summary>
internal sealed class InMemorySyncJournal(InMemoryMappingStore mappings, InMemoryContactMirror mirror, TimeProvider clock) : ISyncJournal
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RemoteOrganisationId, Lease> _leases = [];
    private readonly Dictionary<OperationId, Operation> _operations = [];
    private readonly List<OperationId> _order = [];
    private readonly Dictionary<(RemoteOrganisationId Organisation, RecordKey Record), Hold> _holds = [];
    private readonly Dictionary<(RemoteOrganisationId Organisation, RecordKey Record), RecordSkip> _skips = [];
    private readonly List<SyncRun> _runs = [];
    private readonly Dictionary<(RemoteOrganisationId Organisation, string Name), SourceCursor> _cursors = [];

    /// <summary>Why the leases cannot be read; null when they can.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What was asked to be archived, in order.</summary>
    public List<(RemoteOrganisationId Organisation, DateTimeOffset Before)> Archived { get; } = [];

    /// <summary>How much is left to archive.</summary>
    public int ToArchive { get; set; }

    /// <summary>Every operation as it stands, oldest first.</summary>
    public IReadOnlyList<Operation> Operations
    {
        get
        {
            lock (_gate)
            {
                return [.. _order.Select(id => _operations[id])];
            }
        }
    }

    public Task<Lease?> TryAcquireAsync(RemoteOrganisationId organisation, string owner, TimeSpan duration, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var standing = _leases.GetValueOrDefault(organisation);
            if (standing is not null && standing.ExpiresAt > now && standing.Owner != owner)
            {
                return Task.FromResult<Lease?>(null);
            }

            var lease = new Lease(organisation, owner, (standing?.Epoch ?? 0) + 1, now + duration)
            {
                IsTakenOver = standing is not null && standing.Owner != owner && standing.ExpiresAt > DateTimeOffset.MinValue,
            };
            _leases[organisation] = lease;
            return Task.FromResult<Lease?>(lease);
        }
    }

    public Task<Lease> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Require(lease);
            var renewed = lease with { ExpiresAt = clock.GetUtcNow() + duration };
            _leases[lease.OrganisationId] = renewed;
            return Task.FromResult(renewed);
        }
    }

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_leases.TryGetValue(lease.OrganisationId, out var standing) && standing.Epoch == lease.Epoch)
            {
                _leases[lease.OrganisationId] = standing with { ExpiresAt = DateTimeOffset.MinValue };
            }
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<RemoteOrganisationId>> GetAbandonedAsync(CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            return Task.FromException<IReadOnlyList<RemoteOrganisationId>>(Fault);
        }

        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<RemoteOrganisationId>>(
                [.. _leases.Values.Where(lease => lease.ExpiresAt > DateTimeOffset.MinValue && lease.ExpiresAt <= clock.GetUtcNow()).Select(lease => lease.OrganisationId)]);
        }
    }

    public Task BeginAsync(Lease lease, IReadOnlyCollection<Operation> intents, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Require(lease);
            Keep(intents);
        }

        return Task.CompletedTask;
    }

    public Task RecordAsync(Lease lease, OutcomeBatch batch, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Require(lease);
            mappings.Record(lease.OrganisationId, batch, () =>
            {
                Keep(batch.Operations);
                Hold(lease.OrganisationId, batch);
                foreach (var record in batch.Unskipped)
                {
                    _skips.Remove((lease.OrganisationId, record));
                }

                foreach (var skip in batch.Skips)
                {
                    _skips[(lease.OrganisationId, skip.Record)] = skip;
                }

                mirror.Save(lease.OrganisationId, batch.Contacts, null);
                foreach (var (name, cursor) in batch.Cursors)
                {
                    _cursors[(lease.OrganisationId, name)] = cursor;
                }
            });
        }

        return Task.CompletedTask;
    }

    public Task<int> ArchiveAsync(Lease lease, DateTimeOffset before, int maximum, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Require(lease);
            Archived.Add((lease.OrganisationId, before));
            var moved = Math.Min(maximum, ToArchive);
            ToArchive -= moved;
            return Task.FromResult(moved);
        }
    }

    public Task<IReadOnlyList<Operation>> GetUnsettledAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Operation>>([.. Operations.Where(operation =>
            operation.RemoteOrganisationId == organisation && operation.State is OperationState.Intended or OperationState.Unknown)]);

    public Task<IReadOnlyList<Operation>> GetOperationsAsync(RemoteOrganisationId organisation, RunId run, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Operation>>([.. Operations.Where(operation => operation.RemoteOrganisationId == organisation && operation.RunId == run)]);

    public Task<IReadOnlyList<TakeOverImport>> GetImportsAsync(ConfigurationId configuration, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TakeOverImport>>([]);

    public Task<IReadOnlyList<Operation>> GetHistoryAsync(
        RemoteOrganisationId organisation,
        RecordKey record,
        CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Operation>>([.. Operations.Where(operation =>
            operation.RemoteOrganisationId == organisation && operation.Record == record)]);

    public Task<IReadOnlyList<Hold>> GetHoldsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Hold>>(
                [.. _holds.Where(entry => entry.Key.Organisation == organisation).Select(entry => entry.Value).OrderBy(hold => hold.Since)]);
        }
    }

    public Task<IReadOnlyList<RecordSkip>> GetSkipsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<RecordSkip>>(
                [.. _skips.Where(entry => entry.Key.Organisation == organisation).Select(entry => entry.Value).OrderBy(skip => skip.SkippedAt)]);
        }
    }

    public Task SaveRunAsync(SyncRun run, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _runs.RemoveAll(other => other.Id == run.Id);
            _runs.Add(run);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SyncRun>> GetRunsAsync(ConfigurationId configuration, int maximum, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<SyncRun>>([.. _runs
                .Where(run => run.ConfigurationId == configuration)
                .OrderByDescending(run => run.StartedAt)
                .Take(maximum)]);
        }
    }

    public Task<IReadOnlyDictionary<string, SourceCursor>> GetCursorsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyDictionary<string, SourceCursor>>(
                _cursors.Where(cursor => cursor.Key.Item1 == organisation).ToDictionary(cursor => cursor.Key.Item2, cursor => cursor.Value));
        }
    }

    private void Require(Lease lease)
    {
        if (_leases.GetValueOrDefault(lease.OrganisationId)?.Epoch != lease.Epoch)
        {
            throw new LeaseLostException(lease);
        }
    }

    private void Keep(IEnumerable<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (!_operations.ContainsKey(operation.Id))
            {
                _order.Add(operation.Id);
            }

            _operations[operation.Id] = operation;
        }
    }

    private void Hold(RemoteOrganisationId organisation, OutcomeBatch batch)
    {
        foreach (var record in batch.Released)
        {
            _holds.Remove((organisation, record));
        }

        foreach (var hold in batch.Holds)
        {
            var standing = _holds.GetValueOrDefault((organisation, hold.Record));
            _holds[(organisation, hold.Record)] = standing?.Reason == hold.Reason ? hold with { Since = standing.Since } : hold;
        }
    }
}
