namespace Kompass.Accounting;

/// <summary>When this node runs which configuration. Thread-safe.</summary>
internal sealed class RunSchedule(IEntropy entropy)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ConfigurationId, Entry> _entries = [];

    /// <summary>When the next configuration is due; null when none waits.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_lock)
            {
                return _entries.Values.Where(entry => !entry.IsRunning).Min(entry => (DateTimeOffset?)entry.Due);
            }
        }
    }

    /// <summary>Takes note of what is enabled now: what is new is due at once, what is gone does not run again.</summary>
    public void Keep(IReadOnlyList<SyncConfiguration> enabled, DateTimeOffset now)
    {
        lock (_lock)
        {
            var kept = enabled.Select(configuration => configuration.Id).ToHashSet();
            foreach (var (gone, _) in _entries.Where(entry => !entry.Value.IsRunning && !kept.Contains(entry.Key)).ToList())
            {
                _entries.Remove(gone);
            }

            foreach (var configuration in enabled.Where(configuration => !_entries.ContainsKey(configuration.Id)))
            {
                _entries.Add(configuration.Id, new(entropy.NewGuid()) { Due = now, Interval = configuration.Interval });
            }

            foreach (var configuration in enabled)
            {
                Adopt(_entries[configuration.Id], configuration.Interval, now);
            }
        }
    }

    /// <summary>Makes a configuration due at an instant, if it is not due before. One that runs is run once more after it.</summary>
    public void Ask(ConfigurationId configuration, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(configuration, out var entry) && entry.Asked is null)
            {
                entry.Asked = at;
                entry.Due = entry.Due < at ? entry.Due : at;
            }
        }
    }

    /// <summary>Makes a configuration due at once whose run was left unfinished; unless another node finishes it first.</summary>
    public void Hasten(ConfigurationId configuration, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(configuration, out var entry) && entry.Due > now)
            {
                entry.Due = now;
            }
        }
    }

    /// <summary>Whether a configuration waits for its turn, and does not run.</summary>
    public bool IsWaiting(ConfigurationId configuration)
    {
        lock (_lock)
        {
            return _entries.TryGetValue(configuration, out var entry) && !entry.IsRunning;
        }
    }

    /// <summary>
    /// Makes a configuration due at once of whose organisation the ledger told changes; unless another node looks at them first. False when
    /// it is running, since that run may have begun before they were told.
    /// </summary>
    public bool Tell(ConfigurationId configuration, RemoteOrganisationId organisation, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(configuration, out var entry) || entry.IsRunning)
            {
                return false;
            }

            entry.Told = organisation;
            entry.Due = entry.Due < now ? entry.Due : now;
            return true;
        }
    }

    /// <summary>Takes what is due, while places are free. Nodes that begin together begin with different configurations.</summary>
    public IReadOnlyList<ScheduledRun> Take(DateTimeOffset now, int places)
    {
        lock (_lock)
        {
            var free = places - _entries.Values.Count(entry => entry.IsRunning);
            var due = _entries
                .Where(entry => !entry.Value.IsRunning && entry.Value.Due <= now)
                .OrderBy(entry => entry.Value.Due)
                .ThenBy(entry => entry.Value.Order)
                .Take(Math.Max(free, 0))
                .Select(entry => Begin(entry.Key, entry.Value, now))
                .ToList();
            return due;
        }
    }

    /// <summary>Says when a configuration that ran is due again.</summary>
    /// <param name="run">The run that was taken.</param>
    /// <param name="next">When it is due.</param>
    /// <param name="known">Until when this node knows what runs there were.</param>
    /// <param name="isDone">Whether what was asked for is done; false when it has to be tried again.</param>
    public void Ended(ScheduledRun run, DateTimeOffset next, DateTimeOffset? known, bool isDone) => End(run, next, entry =>
    {
        (entry.KnownRun, entry.Failures) = (known, 0);
        if (!isDone)
        {
            AskAgain(run, entry, next);
        }
    });

    /// <summary>Says when a configuration whose run could not be made is due again.</summary>
    public void Failed(ScheduledRun run, DateTimeOffset next) => End(run, next, entry =>
    {
        entry.Failures++;
        AskAgain(run, entry, next);
    });

    private static void AskAgain(ScheduledRun run, Entry entry, DateTimeOffset next)
    {
        entry.Told ??= run.Told;
        if (run.IsAsked)
        {
            entry.Asked ??= next;
        }
    }

    // A run that was put off for long by the interval before must not wait for it.
    private static void Adopt(Entry entry, TimeSpan? interval, DateTimeOffset now)
    {
        if (entry.Interval != interval)
        {
            entry.Interval = interval;
            entry.Due = interval is { } between && now + between < entry.Due ? now + between : entry.Due;
        }
    }

    private static ScheduledRun Begin(ConfigurationId id, Entry entry, DateTimeOffset now)
    {
        var isAsked = entry.Asked <= now;
        entry.IsRunning = true;
        entry.Asked = isAsked ? null : entry.Asked;
        var run = new ScheduledRun(id, isAsked, entry.Told, entry.KnownRun, entry.Interval, entry.Failures);
        entry.Told = null;
        return run;
    }

    private void End(ScheduledRun run, DateTimeOffset next, Action<Entry> note)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(run.Configuration, out var entry))
            {
                entry.IsRunning = false;
                note(entry);
                entry.Due = entry.Asked < next ? entry.Asked.Value : next;
            }
        }
    }

    private sealed class Entry(Guid order)
    {
        public Guid Order { get; } = order;

        public DateTimeOffset Due { get; set; }

        public DateTimeOffset? Asked { get; set; }

        public RemoteOrganisationId? Told { get; set; }

        public bool IsRunning { get; set; }

        public DateTimeOffset? KnownRun { get; set; }

        public TimeSpan? Interval { get; set; }

        public int Failures { get; set; }
    }
}
