using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>A journal that stands for the life of its process: at a chosen use it dies, and nothing is written afterwards.</summary>
internal sealed class MortalJournal(ISyncJournal journal) : ISyncJournal
{
    private readonly Dictionary<string, int> _uses = [];

    public Death? Death { get; set; }

    public bool IsDead { get; private set; }

    /// <summary>Whether leases cannot be prolonged, as while the process stands still.</summary>
    public bool StandsStill { get; set; }

    /// <summary>What happens while intents are being kept, such as time that passes.</summary>
    public Action WhileBeginning { get; set; } = () => { };

    /// <summary>How often each member was used since the journal was made, or <see cref="Forget"/> was called.</summary>
    public IReadOnlyDictionary<string, int> Uses => _uses;

    public void Forget() => _uses.Clear();

    public Task<Lease?> TryAcquireAsync(RemoteOrganisationId organisation, string owner, TimeSpan duration, CancellationToken cancellationToken) =>
        UseAsync(nameof(TryAcquireAsync), () => journal.TryAcquireAsync(organisation, owner, duration, cancellationToken));

    public Task<Lease> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken) =>
        UseAsync(nameof(RenewAsync), () => StandsStill
            ? Task.FromException<Lease>(new InvalidOperationException("The process stands still."))
            : journal.RenewAsync(lease, duration, cancellationToken));

    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken) =>
        UseAsync(nameof(ReleaseAsync), () => journal.ReleaseAsync(lease, cancellationToken));

    public Task<IReadOnlyList<RemoteOrganisationId>> GetAbandonedAsync(CancellationToken cancellationToken) => journal.GetAbandonedAsync(cancellationToken);

    public Task BeginAsync(Lease lease, IReadOnlyCollection<Operation> intents, CancellationToken cancellationToken) =>
        UseAsync(nameof(BeginAsync), () =>
        {
            WhileBeginning();
            return journal.BeginAsync(lease, intents, cancellationToken);
        });

    public Task RecordAsync(Lease lease, OutcomeBatch batch, CancellationToken cancellationToken) =>
        UseAsync(nameof(RecordAsync), () => journal.RecordAsync(lease, batch, cancellationToken));

    public Task<int> ArchiveAsync(Lease lease, DateTimeOffset before, int maximum, CancellationToken cancellationToken) =>
        UseAsync(nameof(ArchiveAsync), () => journal.ArchiveAsync(lease, before, maximum, cancellationToken));

    public Task<IReadOnlyList<Operation>> GetUnsettledAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        journal.GetUnsettledAsync(organisation, cancellationToken);

    public Task<IReadOnlyList<Operation>> GetHistoryAsync(RemoteOrganisationId organisation, RecordKey record, CancellationToken cancellationToken) =>
        journal.GetHistoryAsync(organisation, record, cancellationToken);

    public Task<IReadOnlyList<Operation>> GetOperationsAsync(RemoteOrganisationId organisation, RunId run, CancellationToken cancellationToken) =>
        journal.GetOperationsAsync(organisation, run, cancellationToken);

    public Task<IReadOnlyList<TakeOverImport>> GetImportsAsync(ConfigurationId configuration, CancellationToken cancellationToken) =>
        journal.GetImportsAsync(configuration, cancellationToken);

    public Task<IReadOnlyList<Hold>> GetHoldsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        journal.GetHoldsAsync(organisation, cancellationToken);

    public Task<IReadOnlyList<RecordSkip>> GetSkipsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        journal.GetSkipsAsync(organisation, cancellationToken);

    public Task SaveRunAsync(SyncRun run, CancellationToken cancellationToken) =>
        UseAsync(nameof(SaveRunAsync), () => journal.SaveRunAsync(run, cancellationToken));

    public Task<IReadOnlyList<SyncRun>> GetRunsAsync(ConfigurationId configuration, int maximum, CancellationToken cancellationToken) =>
        journal.GetRunsAsync(configuration, maximum, cancellationToken);

    public Task<IReadOnlyDictionary<string, SourceCursor>> GetCursorsAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken) =>
        journal.GetCursorsAsync(organisation, cancellationToken);

    private Task<bool> UseAsync(string member, Func<Task> use) => UseAsync(member, async () =>
    {
        await use();
        return true;
    });

    private async Task<T> UseAsync<T>(string member, Func<Task<T>> use)
    {
        var count = _uses[member] = _uses.GetValueOrDefault(member) + 1;
        var isFatal = Death is { } death && death.Member == member && death.Use == count;
        if (IsDead || (isFatal && !Death!.After))
        {
            IsDead = true;
            throw new ProcessDiedException();
        }

        var result = await use();
        if (isFatal)
        {
            IsDead = true;
            throw new ProcessDiedException();
        }

        return result;
    }
}
