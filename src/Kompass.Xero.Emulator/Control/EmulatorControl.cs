namespace Kompass.Xero.Emulator;

/// <summary>
/// What a test, a seed or a person does to the emulator without going through Xero's API: organisations, reference data, edits made by
/// people in Xero, consents, faults, the clock, and the books and calls to check afterwards. Thread-safe.
/// </summary>
public sealed partial class EmulatorControl
{
    private readonly Lock _gate;
    private readonly EmulatorContext _context;
    private readonly IdentityService _identity;

    internal EmulatorControl(Lock gate, EmulatorContext context, IdentityService identity)
    {
        _gate = gate;
        _context = context;
        _identity = identity;
        Webhooks = new EmulatedWebhooks(gate, context);
    }

    /// <summary>The organisations in the order in which they were added.</summary>
    public IReadOnlyList<EmulatedOrganisation> Organisations
    {
        get
        {
            lock (_gate)
            {
                return [.. _context.Order.Select(id => _context.Organisations[id].State.Organisation)];
            }
        }
    }

    /// <summary>The id of the first organisation: the one that <see cref="EmulatorOptions.Seed"/> describes.</summary>
    public Guid TenantId
    {
        get
        {
            lock (_gate)
            {
                return _context.Order[0];
            }
        }
    }

    /// <summary>The webhooks of the registered app.</summary>
    public EmulatedWebhooks Webhooks { get; }

    /// <summary>All calls that arrived, oldest first.</summary>
    public IReadOnlyList<EmulatedCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _context.Calls];
            }
        }
    }

    /// <summary>The number of calls to the accounting API.</summary>
    public int AccountingCalls
    {
        get
        {
            lock (_gate)
            {
                return _context.Calls.Count(call => call.IsAccounting);
            }
        }
    }

    /// <summary>The emulator's time: its clock plus what <see cref="AdvanceClock"/> added.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                return _context.Now;
            }
        }
    }

    /// <summary>Adds an organisation that can be chosen at the next consent.</summary>
    /// <param name="name">The name; the id is derived from it and from <see cref="EmulatorOptions.IdSeed"/>.</param>
    /// <param name="seed">The data, as in <see cref="EmulatorOptions.Seed"/>; <see langword="null"/> for none but a chart of accounts.</param>
    /// <param name="configure">Changes the organisation's own facts, such as country, currency or time zone.</param>
    /// <returns>The tenant id.</returns>
    /// <exception cref="ArgumentException">The seed is not known, or an organisation of that name exists.</exception>
    public Guid AddOrganisation(string name, string? seed = null, Func<EmulatedOrganisation, EmulatedOrganisation>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        lock (_gate)
        {
            return Add(name, seed, configure);
        }
    }

    /// <summary>Replaces all data of an organisation by those of a seed. Connections stay.</summary>
    /// <param name="tenantId">The organisation.</param>
    /// <param name="seed">The seed's name, as in <see cref="EmulatorOptions.Seed"/>.</param>
    public void Seed(Guid tenantId, string? seed)
    {
        lock (_gate)
        {
            var organisation = _context.Organisation(tenantId);
            var facts = SeedLoader.ReadOrganisation(Known(seed), tenantId, _context.Now) with { Name = organisation.State.Organisation.Name };
            organisation.State = SeedLoader.Load(Known(seed), facts, _context.Now) with { Changes = null };
        }
    }

    /// <summary>The books of an organisation as they stand now.</summary>
    /// <param name="tenantId">The organisation.</param>
    public BooksSnapshot Books(Guid tenantId)
    {
        lock (_gate)
        {
            return new BooksSnapshot(_context.Organisation(tenantId).State);
        }
    }

    /// <summary>Forgets the calls logged so far.</summary>
    public void ClearCalls()
    {
        lock (_gate)
        {
            _context.Calls.Clear();
        }
    }

    /// <summary>Lets time pass for the emulator alone: tokens, limits and idempotency keys age.</summary>
    /// <param name="by">How much; not negative.</param>
    public void AdvanceClock(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_gate)
        {
            _context.Advance(by);
        }
    }

    /// <summary>Lets something go wrong with calls to come.</summary>
    /// <param name="fault">What, where and how often.</param>
    public void InjectFault(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (!Enum.IsDefined(fault.Kind) || fault.Probability is not (>= 0 and <= 1) || fault.Count < 1 || fault.Skip < 0
            || fault.Delay < TimeSpan.Zero || fault.RetryAfter < TimeSpan.Zero || fault.PathPrefix is null)
        {
            throw new ArgumentException(
                "A fault needs a kind, a path prefix, a probability from 0 to 1, a count of at least 1 (or none), a skip of at least 0 and times that are not negative.",
                nameof(fault));
        }

        lock (_gate)
        {
            _context.Faults.Add(fault);
        }
    }

    /// <summary>The faults that are not spent, in the order in which they were injected.</summary>
    public IReadOnlyList<Fault> Faults
    {
        get
        {
            lock (_gate)
            {
                return [.. _context.Faults.All];
            }
        }
    }

    /// <summary>Removes all faults that have not been spent.</summary>
    public void ClearFaults()
    {
        lock (_gate)
        {
            _context.Faults.Clear();
        }
    }

    internal void AddFirstOrganisation()
    {
        var seed = Known(_context.Options.Seed);
        Add(SeedLoader.ReadOrganisation(seed, Guid.Empty, _context.Now).Name, seed, null);
    }

    private Guid Add(string name, string? seed, Func<EmulatedOrganisation, EmulatedOrganisation>? configure)
    {
        var id = IdSource.Derive("organisation", _context.Options.IdSeed, name);
        if (_context.Organisations.ContainsKey(id))
        {
            throw new ArgumentException($"An organisation named '{name}' exists already. Choose another name.");
        }

        var facts = SeedLoader.ReadOrganisation(Known(seed), id, _context.Now) with { Name = name };
        facts = OrganisationFacts.Checked((configure?.Invoke(facts) ?? facts) with { Id = id });
        _context.Organisations.Add(id, new Organisation(SeedLoader.Load(Known(seed), facts, _context.Now) with { Changes = null }, new TenantLimits()) { Seed = Known(seed) });
        _context.Order.Add(id);
        return id;
    }

    private static string Known(string? seed) => seed is null || SeedLoader.Knows(seed)
        ? seed ?? SeedRecipe.Empty
        : throw new ArgumentException($"There is no seed named '{seed}'. The seeds are {SeedRecipe.Names}; name none for a chart of accounts alone.");

    private T Change<T>(Guid tenantId, Func<BooksState, (BooksState State, T Result)> change)
    {
        lock (_gate)
        {
            var organisation = _context.Organisation(tenantId);
            var (state, result) = change(organisation.State);
            organisation.State = state;
            _context.Webhooks.Collect();
            return result;
        }
    }

    private void Change(Guid tenantId, Func<BooksState, BooksState> change) => Change(tenantId, state => (change(state), true));
}
