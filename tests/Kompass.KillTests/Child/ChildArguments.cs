using System.Globalization;

namespace Kompass.Kills;

/// <summary>How one life of the child begins.</summary>
/// <param name="Folder">Where its database and its key ring lie.</param>
/// <param name="Xero">Where the emulator listens; null to set up the schema and nothing else.</param>
/// <param name="Life">Which life it is, from 1: what Kompass holds grows and changes with it.</param>
/// <param name="Shift">How far its clock is ahead of the time that passed since the story began.</param>
/// <param name="Patience">After how long it gives up.</param>
/// <param name="Point">Where it kills itself; null for nowhere.</param>
internal sealed record ChildArguments(string Folder, Uri? Xero, int Life, TimeSpan Shift, TimeSpan Patience, string? Point)
{
    public string Database => Path.Combine(Folder, "kompass.db");

    public string KeyRing => Path.Combine(Folder, "keys");

    public IEnumerable<string> Write() =>
    [
        "child", Folder, Xero?.AbsoluteUri ?? "-", Text(Life), Text(Shift.Ticks), Text(Patience.Ticks), Point ?? "-",
    ];

    public static ChildArguments? Parse(IReadOnlyList<string> arguments) => arguments.Count == 6
        ? new(
            arguments[0],
            arguments[1] == "-" ? null : new Uri(arguments[1]),
            int.Parse(arguments[2], CultureInfo.InvariantCulture),
            new(long.Parse(arguments[3], CultureInfo.InvariantCulture)),
            new(long.Parse(arguments[4], CultureInfo.InvariantCulture)),
            arguments[5] == "-" ? null : arguments[5])
        : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
