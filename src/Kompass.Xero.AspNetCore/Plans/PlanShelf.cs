namespace Kompass.Xero.AspNetCore;

/// <summary>
/// Keeps the latest plan of each configuration for half an hour, in memory: after that, or a restart, a person simply plans again.
/// Thread-safe.
/// </summary>
internal sealed class PlanShelf(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<ConfigurationId, PlanOutline> _plans = [];

    public void Put(SyncPlan plan)
    {
        lock (_gate)
        {
            Forget();
            _plans[plan.ConfigurationId] = new(plan);
        }
    }

    /// <summary>The plan, where it was made for the organisation that is connected now.</summary>
    public PlanOutline? Get(SyncConfiguration configuration)
    {
        lock (_gate)
        {
            Forget();
            return _plans.GetValueOrDefault(configuration.Id) is { } found && found.Plan.Connection.OrganisationId == configuration.Connection?.OrganisationId ? found : null;
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
        foreach (var (old, _) in _plans.Where(entry => entry.Value.Plan.CreatedAt + Kept < time.GetUtcNow()).ToList())
        {
            _plans.Remove(old);
        }
    }
}
