using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>One gate per Xero organisation, shared by everything in this process: limits belong to the organisation.</summary>
internal sealed class RateGates(TimeProvider time, IOptions<XeroOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<string, RateGate> _gates = new(StringComparer.OrdinalIgnoreCase);

    public RateGate For(string tenantId) => _gates.GetOrAdd(tenantId, _ => new RateGate(time, RateGateSettings.From(options.Value)));

    /// <summary>What is left to an organisation; null when this process has not called it.</summary>
    public GateStanding? Find(string tenantId) => _gates.TryGetValue(tenantId, out var gate) ? gate.Standing() : null;

    /// <summary>What is left to each organisation that this process called.</summary>
    public IEnumerable<(string TenantId, GateStanding Standing)> Standings() => _gates.Select(gate => (gate.Key, gate.Value.Standing()));

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }
}
