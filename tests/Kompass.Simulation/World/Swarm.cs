using Kompass.Xero.Emulator;

namespace Kompass.Simulation;

/// <summary>What one seed draws: how many processes, how much work, and what goes wrong how often.</summary>
internal sealed class Swarm
{
    private static readonly FaultKind[] Kinds =
    [
        FaultKind.RequestLost, FaultKind.ResponseLostAfterCommit, FaultKind.ServerError, FaultKind.Unavailable, FaultKind.NotFoundHtml,
        FaultKind.MinuteLimit, FaultKind.ConcurrentLimit, FaultKind.AppLimit, FaultKind.TokenExpired, FaultKind.TruncatedJson,
        FaultKind.XmlInsteadOfJson, FaultKind.Hang, FaultKind.SlowAnswer, FaultKind.LateArrival,
    ];

    public Swarm(Random random)
    {
        Nodes = random.Next(1, 5);
        Clients = random.Next(1, 6);
        Documents = random.Next(2, 9);
        Changes = random.Next(2, 12);
        Deaths = random.Next(0, 8);
        DeathChance = random.NextDouble() * random.NextDouble() * 0.02;
        Faults = [.. Kinds.Where(_ => random.Next(3) == 0).Select(kind => Draw(kind, random))];
    }

    public int Nodes { get; }

    public int Clients { get; }

    public int Documents { get; }

    public int Changes { get; }

    public int Deaths { get; }

    public double DeathChance { get; }

    public IReadOnlyList<Fault> Faults { get; }

    private static Fault Draw(FaultKind kind, Random random) => new(kind)
    {
        Count = null,
        Probability = random.NextDouble() * 0.25,
        Seed = random.Next(),
        Commits = random.Next(2) == 0,
        Delay = TimeSpan.FromSeconds(random.Next(1, 280)),
        RetryAfter = TimeSpan.FromSeconds(random.Next(1, 60)),
    };
}
