using System.Globalization;

namespace Kompass.Simulation;

/// <summary>What the command line asks for.</summary>
internal sealed record SimulationArguments
{
    public const string Usage =
        """
        Usage: Kompass.Simulation [--seeds 200] [--start 1] [--json]
               Kompass.Simulation --seed N           replays one seed with its trace
               Kompass.Simulation --replay-check N   runs N seeds twice and compares their traces
               Kompass.Simulation --sweep            strikes each operation at each of its points, in each way
               Kompass.Simulation --pairs            lets a process die at each point, and its successor at each of its own
               Kompass.Simulation --mutants          puts in each bug of the zoo and says which seed catches it
        """;

    public int Seeds { get; init; } = 200;

    public int Start { get; init; } = 1;

    public int? Seed { get; init; }

    public int? ReplayCheck { get; init; }

    public bool Json { get; init; }

    public bool Sweep { get; init; }

    public bool Pairs { get; init; }

    public bool Mutants { get; init; }

    /// <summary>Null when something is not understood.</summary>
    public static SimulationArguments? Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new SimulationArguments();
        for (var at = 0; at < arguments.Count; at++)
        {
            if (Switched(parsed, arguments[at]) is { } switched)
            {
                parsed = switched;
                continue;
            }

            if (at + 1 == arguments.Count || !int.TryParse(arguments[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            switch (arguments[at++])
            {
                case "--seeds":
                    parsed = parsed with { Seeds = number };
                    break;
                case "--start":
                    parsed = parsed with { Start = number };
                    break;
                case "--seed":
                    parsed = parsed with { Seed = number };
                    break;
                case "--replay-check":
                    parsed = parsed with { ReplayCheck = number };
                    break;
                default:
                    return null;
            }
        }

        // Nothing tried is nothing proved.
        return parsed is { Seeds: > 0, ReplayCheck: null or > 0 } ? parsed : null;
    }

    private static SimulationArguments? Switched(SimulationArguments arguments, string name) => name switch
    {
        "--json" => arguments with { Json = true },
        "--sweep" => arguments with { Sweep = true },
        "--pairs" => arguments with { Pairs = true },
        "--mutants" => arguments with { Mutants = true },
        _ => null,
    };
}
