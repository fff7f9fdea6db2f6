using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Kompass.Xero;

/// <summary>One gate per Xero organisation, shared by everything in this process: limits belong to the organisation.</summary>
internal sealed class RateGates(TimeProvider time, IOptions<XeroOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<string, RateGate> _gates = new(StringComparer.OrdinalIgnoreCase);

    public RateGate For(string tenantId) => _gates.GetOrAdd(tenantId, _ => new RateGate(time, RateGateSettings.From(options.Value)));

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
        {
            gate.Dispose();
        }
    }
}
