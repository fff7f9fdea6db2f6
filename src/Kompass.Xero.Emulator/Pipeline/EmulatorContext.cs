namespace Kompass.Xero.Emulator;

/// <summary>What all parts of one emulator share. Guarded by the emulator's lock.</summary>
internal sealed class EmulatorContext
{
    private TimeSpan _ahead;

    public EmulatorContext(EmulatorOptions options)
    {
        Options = options;
        Ids = new(options.IdSeed);
        Webhooks = new WebhookQueue(this);
    }

    public EmulatorOptions Options { get; }

    public IdSource Ids { get; }

    public Dictionary<Guid, Organisation> Organisations { get; } = [];

    /// <summary>The organisations in the order in which they were added.</summary>
    public List<Guid> Order { get; } = [];

    public List<EmulatedCall> Calls { get; } = [];

    public FaultPlan Faults { get; } = new();

    public WebhookQueue Webhooks { get; }

    public DateTimeOffset Now => Options.Clock.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public Organisation Organisation(Guid tenantId) => Organisations.TryGetValue(tenantId, out var organisation)
        ? organisation
        : throw new ArgumentException($"No organisation has the id {tenantId}. Add one with Control.AddOrganisation, or take an id from Control.Organisations.", nameof(tenantId));
}
