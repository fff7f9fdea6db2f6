using System.Globalization;

namespace Kompass.Kills;

/// <summary>What every process of a fleet has to know.</summary>
/// <param name="Database">Npgsql's connection string.</param>
/// <param name="Xero">Where the emulator listens.</param>
/// <param name="Folder">Where the key ring lies, and the file that says which life Kompass is in.</param>
/// <param name="Clock">The clock of all.</param>
/// <param name="Interval">How often its worker runs each configuration, by that clock.</param>
/// <param name="StandsStillAt">Where the process stands still; null for nowhere.</param>
internal sealed record FleetArguments(
    string Database, Uri Xero, string Folder, FastClock Clock, TimeSpan Interval, StandStillPoint? StandsStillAt = null)
{
    public static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(20);

    public string KeyRing => Path.Combine(Folder, "keys");

    private string LifeFile => Path.Combine(Folder, "life");

    /// <summary>Which life Kompass is in, from 1.</summary>
    public int Life
    {
        get => int.Parse(File.ReadAllText(LifeFile), CultureInfo.InvariantCulture);
        set
        {
            // Renamed into place, so that nobody reads half of it.
            File.WriteAllText(LifeFile + ".new", value.ToString(CultureInfo.InvariantCulture));
            File.Move(LifeFile + ".new", LifeFile, overwrite: true);
        }
    }

    public IEnumerable<string> Write(string role) =>
        [role, Database, Xero.AbsoluteUri, Folder, $"{Clock}", $"{Interval:c}", $"{StandsStillAt}"];

    public static FleetArguments? Parse(IReadOnlyList<string> arguments) =>
        arguments is [var database, var xero, var folder, var clock, var interval, var standsStillAt]
            ? new(database, new(xero), folder, FastClock.Parse(clock), TimeSpan.Parse(interval, CultureInfo.InvariantCulture), StandStillPoint.Parse(standsStillAt))
            : null;
}
