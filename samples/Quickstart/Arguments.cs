using System.Diagnostics.CodeAnalysis;

namespace Quickstart;

/// <summary>The command line: <c>[--json] [--out DIR]</c>.</summary>
internal sealed record Arguments(bool Json, string? Out)
{
    private const string Usage = "Usage: dotnet run --project samples/Quickstart -- [--json] [--out DIR]";

    public static bool TryParse(string[] args, [NotNullWhen(true)] out Arguments? arguments, out string? problem)
    {
        var json = false;
        string? folder = null;
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--json":
                    json = true;
                    break;
                case "--out" when index + 1 < args.Length:
                    folder = args[++index];
                    break;
                default:
                    (arguments, problem) = (null, $"'{args[index]}' is not understood. {Usage}");
                    return false;
            }
        }

        (arguments, problem) = (new(json, folder), null);
        return true;
    }
}
