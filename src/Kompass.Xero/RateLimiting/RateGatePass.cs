namespace Kompass.Xero;

/// <summary>One place among the calls in flight. Disposing it twice gives back one place only.</summary>
internal sealed class RateGatePass(RateGate gate) : IDisposable
{
    private int _left;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0)
        {
            gate.Leave();
        }
    }
}
