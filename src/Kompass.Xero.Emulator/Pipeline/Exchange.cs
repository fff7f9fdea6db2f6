namespace Kompass.Xero.Emulator;

/// <summary>One request on its way through the emulator. The call counts as in flight until it is closed, which a skin does on delivery.</summary>
internal sealed class Exchange(Lock gate) : IDisposable
{
    private TenantLimits? _held;

    /// <summary>The answer; <see langword="null"/> while the request itself is still under way.</summary>
    public EmulatedResponse? Response { get; set; }

    /// <summary>How long the request is under way before it may be handled.</summary>
    public TimeSpan ArrivesAfter { get; init; }

    public Guid? TenantId { get; set; }

    public string? IdempotencyKey { get; set; }

    public bool IsReplay { get; set; }

    public int Elements { get; set; }

    public bool UsesUnindexedFilter { get; set; }

    public void Hold(TenantLimits limits)
    {
        _held = limits;
        limits.InFlight++;
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (_held is { } limits)
            {
                limits.InFlight--;
                _held = null;
            }
        }
    }
}
