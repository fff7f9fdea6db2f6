using Microsoft.Data.Sqlite;

namespace Kompass.Kills;

/// <summary>Looks into the database while no child lives.</summary>
internal static class DatabaseFile
{
    /// <summary>What SQLite finds wrong with the file; null when it is sound, or not there yet.</summary>
    public static string? Fault(string path) => File.Exists(path) && Ask(path, "PRAGMA integrity_check;") is var answer and not "ok" ? answer : null;

    public static int Unsettled(string path) =>
        int.Parse(Ask(path, "SELECT COUNT(*) FROM operations WHERE state IN ('Intended', 'Unknown');"), System.Globalization.CultureInfo.InvariantCulture);

    public static int Operations(string path) =>
        int.Parse(Ask(path, "SELECT COUNT(*) FROM operations;"), System.Globalization.CultureInfo.InvariantCulture);

    private static string Ask(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString() ?? "nothing";
    }
}
