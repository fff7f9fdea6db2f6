using System.Globalization;

namespace Kompass.Kills;

/// <summary>What the command is asked.</summary>
internal sealed record KillArguments(int Kills, int Seed)
{
    public static KillArguments? Parse(IReadOnlyList<string> arguments)
    {
        var asked = new KillArguments(50, 1);
        for (var next = 0; next < arguments.Count; next += 2)
        {
            if (next + 1 == arguments.Count || !int.TryParse(arguments[next + 1], CultureInfo.InvariantCulture, out var number) || number < 1)
            {
                return null;
            }

            switch (arguments[next])
            {
                case "--kills":
                    asked = asked with { Kills = number };
                    break;
                case "--seed":
                    asked = asked with { Seed = number };
                    break;
                default:
                    return null;
            }
        }

        return asked;
    }

    public static int ShowUsage()
    {
        Console.Error.WriteLine("--kills N (50), --seed N (1): kills a process over an SQLite file at named points and at random moments, and prints one JSON line.");
        return 2;
    }
}
