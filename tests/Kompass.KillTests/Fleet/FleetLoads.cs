namespace Kompass.Kills;

/// <summary>The organisations of a fleet, each with a configuration of its own.</summary>
internal static class FleetLoads
{
    public static IReadOnlyList<Load> All { get; } = [.. Enumerable.Range(1, 4).Select(number => new Load(new($"KO{number}"), $"K{number}-"))];
}
