namespace Kompass.Simulation;

/// <summary>What happened, as lines for a person and as a hash: two runs of one seed have the same.</summary>
internal sealed class Trace
{
    private List<string>? _lines;

    public ulong Hash { get; private set; } = 14695981039346656037UL;

    public IReadOnlyList<string> Lines => _lines ?? [];

    /// <summary>Keeps the lines from now on.</summary>
    public void Keep() => _lines = [];

    public void Add(DateTimeOffset now, SimNode? node, string what, Blow blow = Blow.None)
    {
        Mix(now.UtcTicks);
        Mix(node?.Number ?? 0);
        Mix(node?.Life ?? 0);
        Mix(what);
        Mix((long)blow);
        _lines?.Add($"{now:HH:mm:ss.fff} {node} {what}{(blow == Blow.None ? "" : $" *** {blow}")}");
    }

    private void Mix(string text)
    {
        foreach (var letter in text)
        {
            Mix(letter);
        }
    }

    private void Mix(long value) => Hash = (Hash ^ (ulong)value) * 1099511628211UL;
}
