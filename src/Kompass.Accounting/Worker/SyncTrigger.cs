namespace Kompass.Accounting;

/// <summary>Keeps what was asked for until the worker takes it.</summary>
internal sealed class SyncTrigger : ISyncTrigger
{
    private readonly Lock _lock = new();
    private HashSet<KompassOrganisationId> _organisations = [];
    private HashSet<ConfigurationId> _configurations = [];
    private Action? _asked;

    public void Changed(KompassOrganisationId organisation)
    {
        lock (_lock)
        {
            _organisations.Add(organisation);
        }

        _asked?.Invoke();
    }

    public void RunSoon(ConfigurationId configuration)
    {
        lock (_lock)
        {
            _configurations.Add(configuration);
        }

        _asked?.Invoke();
    }

    /// <summary>Calls somebody whenever something is asked for.</summary>
    public void Tell(Action asked) => _asked = asked;

    /// <summary>Whether a configuration was asked for since the last time; the answer holds for any number of configurations.</summary>
    public Func<SyncConfiguration, bool> Take()
    {
        lock (_lock)
        {
            var (organisations, configurations) = (_organisations, _configurations);
            (_organisations, _configurations) = ([], []);
            return configuration => configurations.Contains(configuration.Id) || configuration.Organisations.Any(organisations.Contains);
        }
    }
}
