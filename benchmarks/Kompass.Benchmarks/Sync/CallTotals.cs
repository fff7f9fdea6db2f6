namespace Kompass.Benchmarks;

/// <summary>The calls of the accounting API since it was last cleared.</summary>
internal sealed class CallTotals
{
    private int _inFlight;

    public int Calls { get; private set; }

    public int Reads { get; private set; }

    /// <summary>Answers that are neither success nor "not modified".</summary>
    public int Refused { get; private set; }

    public int MostInFlight { get; private set; }

    /// <summary>Of the bodies, as they travel: neither side compresses.</summary>
    public long BytesSent { get; private set; }

    public long BytesReceived { get; private set; }

    public void Begin(bool isCounted)
    {
        _inFlight += isCounted ? 1 : 0;
        MostInFlight = Math.Max(MostInFlight, _inFlight);
    }

    public void End(bool isCounted) => _inFlight -= isCounted ? 1 : 0;

    public void Answered(HttpMethod method, int status, long sent, long received)
    {
        Calls++;
        Reads += method == HttpMethod.Get ? 1 : 0;
        Refused += status is >= 400 ? 1 : 0;
        BytesSent += sent;
        BytesReceived += received;
    }

    public void Clear() => (Calls, Reads, Refused, MostInFlight, BytesSent, BytesReceived) = (0, 0, 0, 0, 0, 0);
}
