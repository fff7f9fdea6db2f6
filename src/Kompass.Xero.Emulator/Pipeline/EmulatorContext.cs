namespace Kompass.Xero.Emulator;

/// <summary>What all parts of one emulator share. Guarded by the emulator's lock.</summary>
internal sealed class EmulatorContext(EmulatorOptions options)
{
    private TimeSpan _ahead;

    public EmulatorOptions Options => options;

    public IdSource Ids { get; } = new(options.IdSeed);

    public Dictionary<Guid, Organisation> Organisations { get; } = [];

    /// <summary>The organisations in the order in which they were added.</summary>
    public List<Guid> Order { get; } = [];

    public List<EmulatedCall> Calls { get; } = [];

    public FaultPlan Faults { get; } = new();

    public DateTimeOffset Now => options.Clock.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public Organisation Organisation(Guid tenantId) => Organisations.TryGetValue(tenantId, out var organisation)
        ? organisation
        : throw new ArgumentException($"No organisation has the id {tenantId}. Add one with Control.AddOrganisation, or take an id from Control.Organisations.", nameof(tenantId));
}
