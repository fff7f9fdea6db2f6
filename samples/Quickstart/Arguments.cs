using System.Diagnostics.CodeAnalysis;

namespace Quickstart;

/// <summary>The command line: <c>[--json] [--out DIR] [--help]</c>.</summary>
internal sealed record Arguments(bool Json, string? Out, bool Help)
{
    public const string Explanation = $"""
        {Usage}

        Connects a Kompass organisation to a Xero emulator, reconciles the contacts, syncs clients and invoices,
        and checks the emulator's books.

          --json      prints one JSON object of figures as the last line; 'ok' says whether the books are right,
                      'error' why the job broke off
          --out DIR   keeps the CSV files and the database in DIR
          --help      prints this

        The exit code is 0 when the books are right, 1 when they are not or the job broke off, 2 for a wrong command line.
        """;

    private const string Usage = "Usage: dotnet run --project samples/Quickstart -- [--json] [--out DIR] [--help]";

    public static bool TryParse(string[] args, [NotNullWhen(true)] out Arguments? arguments, out string? problem)
    {
        var json = false;
        var help = false;
        string? folder = null;
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--json":
                    json = true;
                    break;
                case "--help" or "-h" or "-?":
                    help = true;
                    break;
                case "--out" when index + 1 < args.Length:
                    folder = args[++index];
                    break;
                default:
                    (arguments, problem) = (null, $"'{args[index]}' is not understood. {Usage}");
                    return false;
            }
        }

        (arguments, problem) = (new(json, folder, help), null);
        return true;
    }
}
