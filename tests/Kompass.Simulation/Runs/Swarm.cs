using Kompass.Xero.Emulator;

namespace Kompass.Simulation;

/// <summary>What one seed draws: how many processes, how much work, and what goes wrong how often.</summary>
internal sealed record Swarm
{
    private static readonly FaultKind[] Kinds =
    [
        FaultKind.RequestLost, FaultKind.ResponseLostAfterCommit, FaultKind.ServerError, FaultKind.Unavailable, FaultKind.NotFoundHtml,
        FaultKind.MinuteLimit, FaultKind.ConcurrentLimit, FaultKind.AppLimit, FaultKind.TokenExpired, FaultKind.TruncatedJson,
        FaultKind.XmlInsteadOfJson, FaultKind.Hang, FaultKind.SlowAnswer, FaultKind.LateArrival,
    ];

    public required int Nodes { get; init; }

    public required int Clients { get; init; }

    public required int Documents { get; init; }

    public required int Changes { get; init; }

    /// <summary>How many processes die at most.</summary>
    public required int Deaths { get; init; }

    /// <summary>How likely a process dies at one of its points.</summary>
    public required double DeathChance { get; init; }

    /// <summary>How likely a statement or a call fails at one of its points.</summary>
    public required double ErrorChance { get; init; }

    public required double HangChance { get; init; }

    /// <summary>How long nobody works before all processes begin at once, in minutes: tokens live for 30.</summary>
    public required int IdleMinutes { get; init; }

    public required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>How long the disturbed time goes on after the last change, in seconds.</summary>
    public required int TailSeconds { get; init; }

    /// <summary>Most seeds are small, so that many are tried in little time; one in four is large.</summary>
    public static Swarm Draw(Random random) => random.Next(4) == 0 ? Draw(random, 4, 3, 6, 3, 300) : Draw(random, 2, 2, 3, 1, 100);

    public override string ToString() => FormattableString.Invariant(
        $"{Nodes} nodes, {Clients} clients, {Documents} documents, {Changes} changes, {Deaths} deaths at {DeathChance:F4}, errors at {ErrorChance:F4}, hangs at {HangChance:F4}, idle for {IdleMinutes} minutes, {Text(Faults)}");

    private static Swarm Draw(Random random, int nodes, int clients, int documents, int changes, int tailSeconds) => new()
    {
        Nodes = random.Next(1, nodes + 1),
        Clients = random.Next(1, clients + 1),
        Documents = random.Next(1, documents + 1),
        Changes = random.Next(0, changes + 1),
        TailSeconds = random.Next(tailSeconds / 5, tailSeconds),
        Deaths = random.Next(0, 6),
        DeathChance = random.NextDouble() * random.NextDouble() * 0.04,
        ErrorChance = random.Next(2) * random.NextDouble() * 0.02,
        HangChance = random.Next(2) * random.NextDouble() * 0.004,
        IdleMinutes = random.Next(4) == 0 ? random.Next(27, 40) : 0,
        Faults = [.. Kinds.Where(_ => random.Next(3) == 0).Select(kind => Draw(kind, random))],
    };

    private static string Text(IReadOnlyList<Fault> faults) => faults.Count == 0
        ? "no faults of Xero"
        : string.Join(", ", faults.Select(fault => FormattableString.Invariant($"{fault.Kind} at {fault.Probability:F2}")));

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
