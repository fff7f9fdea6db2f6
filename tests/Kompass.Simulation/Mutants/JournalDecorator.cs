using Kompass.Accounting;

namespace Kompass.Simulation;

/// <summary>A journal that hands everything on.</summary>
internal abstract class JournalDecorator(ISyncJournal journal) : ISyncJournal
{
    public virtual Task<Lease?> TryAcquireAsync(RemoteOrganisationId organisation, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        journal.TryAcquireAsync(organisation, owner, duration, cancellationToken);

    public virtual Task<Lease> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken) =>
        journal.RenewAsync(lease, duration, cancellationToken);

    public virtual Task ReleaseAsync(Lease lease, CancellationToken cancellationToken) => journal.ReleaseAsync(lease, cancellationToken);

    public virtual Task<IReadOnlyList<RemoteOrganisationId>> GetAbandonedAsync(CancellationToken cancellationToken) => journal.GetAbandonedAsync(cancellationToken);

    public virtual Task BeginAsync(Lease lease, IReadOnlyCollection<Operation> intents, CancellationToken cancellationToken) =>
        journal.BeginAsync(lease, intents, cancellationToken);

    public virtual Task RecordAsync(Lease lease, OutcomeBatch batch, CancellationToken cancellationToken) =>
        journal.RecordAsync(lease, batch, cancellationToken);

    public virtual Task<int> ArchiveAsync(Lease lease, DateTimeOffset before, int maximum, CancellationToken cancellationToken) =>
        journal.ArchiveAsync(lease, before, maximum, cancellationToken);

    public virtual Task<IReadOnlyList<Operation>> GetUnsettledAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        journal.GetUnsettledAsync(organisation, cancellationToken);

    public virtual Task<IReadOnlyList<Operation>> GetHistoryAsync(RemoteOrganisationId organisation, RecordKey record, CancellationToken cancellationToken) =>
        journal.GetHistoryAsync(organisation, record, cancellationToken);

    public virtual Task<IReadOnlyList<Operation>> GetOperationsAsync(RemoteOrganisationId organisation, RunId run, CancellationToken cancellationToken) =>
        journal.GetOperationsAsync(organisation, run, cancellationToken);

    public virtual Task<IReadOnlyList<TakeOverImport>> GetImportsAsync(ConfigurationId configuration, CancellationToken cancellationToken) =>
        journal.GetImportsAsync(configuration, cancellationToken);

    public virtual Task<IReadOnlyList<Hold>> GetHoldsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        journal.GetHoldsAsync(organisation, cancellationToken);

    public virtual Task<IReadOnlyList<RecordSkip>> GetSkipsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        journal.GetSkipsAsync(organisation, cancellationToken);

    public virtual Task SaveRunAsync(SyncRun run, CancellationToken cancellationToken) => journal.SaveRunAsync(run, cancellationToken);

    public virtual Task<IReadOnlyList<SyncRun>> GetRunsAsync(ConfigurationId configuration, int maximum, CancellationToken cancellationToken) =>
        journal.GetRunsAsync(configuration, maximum, cancellationToken);

    public virtual Task<IReadOnlyDictionary<string, SourceCursor>> GetCursorsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        journal.GetCursorsAsync(organisation, cancellationToken);
}
