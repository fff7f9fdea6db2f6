namespace Kompass.Simulation;

/// <summary>Counts what each process sends to the accounting API: never more than 60 in 60 seconds, nor 5 at once.</summary>
internal sealed class CallCounter
{
    private const int PerMinute = 60;
    private const int AtOnce = 5;

    private readonly Dictionary<SimNode, Queue<DateTimeOffset>> _sends = [];
    private readonly Dictionary<SimNode, int> _inFlight = [];

    public int Breaches { get; private set; }

    public void Begin(SimNode node, string path, DateTimeOffset now)
    {
        if (!IsAccounting(path))
        {
            return;
        }

        if (!_sends.TryGetValue(node, out var sends))
        {
            _sends[node] = sends = new();
        }

        sends.Enqueue(now);
        while (now - sends.Peek() > TimeSpan.FromSeconds(60))
        {
            sends.Dequeue();
        }

        var inFlight = _inFlight[node] = _inFlight.GetValueOrDefault(node) + 1;
        Breaches += sends.Count > PerMinute || inFlight > AtOnce ? 1 : 0;
    }

    public void End(SimNode node, string path)
    {
        if (IsAccounting(path))
        {
            _inFlight[node]--;
        }
    }

    private static bool IsAccounting(string path) => path.StartsWith("/api.xro/", StringComparison.Ordinal);
}
