namespace Kompass.Simulation;

/// <summary>What became of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Violations">What must not be.</param>
/// <param name="Points">How often the world could interleave.</param>
/// <param name="Deaths">How often a process died.</param>
/// <param name="Faults">How many calls of the accounting API were answered with a fault or not at all.</param>
/// <param name="Operations">How many writing calls reached the accounting API.</param>
/// <param name="TraceHash">Of everything that happened, in its order.</param>
/// <param name="Trace">The same as lines, where they were asked for.</param>
internal sealed record SeedResult(
    int Seed, Violations Violations, int Points, int Deaths, int Faults, int Operations, ulong TraceHash, IReadOnlyList<string> Trace);
