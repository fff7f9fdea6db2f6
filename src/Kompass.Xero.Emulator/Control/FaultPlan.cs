using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kompass.Xero.Emulator;

/// <summary>The injected faults, and which of them strikes a call.</summary>
internal sealed class FaultPlan
{
    private readonly List<Armed> _armed = [];

    public IEnumerable<Fault> All => _armed.Select(armed => armed.Fault);

    public void Add(Fault fault) => _armed.Add(new Armed(fault));

    public void Clear() => _armed.Clear();

    public Fault? Strike(EmulatedRequest request)
    {
        Fault? strikes = null;
        foreach (var armed in _armed.Where(armed => !armed.IsOfWebhooks))
        {
            if (armed.Matches(request) && armed.Passes() is false && strikes is null)
            {
                strikes = armed.Take();
            }
        }

        _armed.RemoveAll(armed => armed.IsSpent);
        return strikes;
    }

    /// <summary>The faults of one kind that strike a webhook; all kinds may strike the same one.</summary>
    public bool StrikesWebhook(FaultKind kind)
    {
        var strikes = false;
        foreach (var armed in _armed.Where(armed => armed.Kind == kind))
        {
            if (!armed.Passes() && !strikes)
            {
                armed.Take();
                strikes = true;
            }
        }

        _armed.RemoveAll(armed => armed.IsSpent);
        return strikes;
    }

    private sealed class Armed(Fault fault)
    {
        private int _seen;
        private int _struck;

        public Fault Fault => fault;

        public FaultKind Kind => fault.Kind;

        public bool IsOfWebhooks => fault.Kind is FaultKind.WebhookWrongSignature or FaultKind.WebhookDuplicate
            or FaultKind.WebhookOutOfOrder or FaultKind.WebhookIntentToReceive;

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
