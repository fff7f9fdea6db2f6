using System.Diagnostics;
using System.Globalization;

namespace Kompass.Kills;

/// <summary>
/// Where the child kills itself with SIGKILL: <c>sql:K</c> before the K-th statement that SQLite runs, <c>before:K</c> and <c>after:K</c>
/// around the K-th HTTP call.
/// </summary>
internal static class PointOfDeath
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, int> Passed = [];
    private static (string Kind, int Number)? _point;

    public static void Set(string? point)
    {
        if (point?.Split(':') is [var kind, var number])
        {
            _point = (kind, int.Parse(number, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Told of each point as it is passed; does not return from the chosen one.</summary>
    public static void Pass(string kind, string what)
    {
        lock (Gate)
        {
            var count = Passed[kind] = Passed.GetValueOrDefault(kind) + 1;
            if (_point == (kind, count))
            {
                Console.Out.WriteLine($"killed {kind} {string.Join(' ', what.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(4))}");
                Console.Out.Flush();
                Process.GetCurrentProcess().Kill();
            }
        }
    }

    public static int Count(string kind)
    {
        lock (Gate)
        {
            return Passed.GetValueOrDefault(kind);
        }
    }
}
