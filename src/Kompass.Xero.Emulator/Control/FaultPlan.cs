using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>The injected faults, and which of them strikes a call.</summary>
internal sealed class FaultPlan
{
    private readonly List<Armed> _armed = [];

    public int Count => _armed.Count;

    public void Add(Fault fault) => _armed.Add(new Armed(fault));

    public void Clear() => _armed.Clear();

    public Fault? Strike(EmulatedRequest request)
    {
        Fault? strikes = null;
        foreach (var armed in _armed)
        {
            if (armed.Matches(request) && armed.Passes() is false && strikes is null)
            {
                strikes = armed.Take();
            }
        }

        _armed.RemoveAll(armed => armed.IsSpent);
        return strikes;
    }

    private sealed class Armed(Fault fault)
    {
        private int _seen;
        private int _struck;

        public bool IsSpent => fault.Count is { } count && _struck >= count;

        public bool Matches(EmulatedRequest request) =>
            (fault.Method is null || string.Equals(fault.Method, request.Method, StringComparison.OrdinalIgnoreCase))
            && (request.Path.StartsWith(fault.PathPrefix, StringComparison.OrdinalIgnoreCase)
                || request.Path.StartsWith("/api.xro/2.0" + fault.PathPrefix, StringComparison.OrdinalIgnoreCase));

        public bool Passes() => ++_seen <= fault.Skip || Draw() >= fault.Probability;

        public Fault Take()
        {
            _struck++;
            return fault;
        }

        private double Draw()
        {
            if (fault.Probability >= 1)
            {
                return 0;
            }

            var hash = SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{fault.Seed}|{_seen}")));
            return BinaryPrimitives.ReadUInt32BigEndian(hash) / (double)uint.MaxValue;
        }
    }
}
