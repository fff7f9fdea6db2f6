namespace Kompass.Xero.AspNetCore;

/// <summary>
/// Keeps the latest undo that was planned for each configuration for half an hour, in memory: after that, or a restart, a person simply
/// has it planned again. Thread-safe.
/// </summary>
internal sealed class UndoShelf(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<ConfigurationId, UndoPlan> _plans = [];

    public void Put(UndoPlan plan)
    {
        lock (_gate)
        {
            Forget();
            _plans[plan.ConfigurationId] = plan;
        }
    }

    /// <summary>The plan to undo a run, where it was made for the organisation that is connected now.</summary>
    public UndoPlan? Get(SyncConfiguration configuration, RunId run)
    {
        lock (_gate)
        {
            Forget();
            return _plans.GetValueOrDefault(configuration.Id) is { } found
                && found.Undoes == run
                && found.Connection.OrganisationId == configuration.Connection?.OrganisationId ? found : null;
        }
    }

    public void Remove(ConfigurationId configuration)
    {
        lock (_gate)
        {
            _plans.Remove(configuration);
        }
    }

    private void Forget()
    {
        foreach (var (old, _) in _plans.Where(entry => entry.Value.CreatedAt + Kept < time.GetUtcNow()).ToList())
        {
            _plans.Remove(old);
        }
    }
}
