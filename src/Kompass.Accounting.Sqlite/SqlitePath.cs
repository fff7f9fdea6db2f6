using Microsoft.Data.Sqlite;

namespace Kompass.Accounting.Sqlite;

/// <summary>Words for a database file that cannot be used: which one, why, and what to do.</summary>
internal static class SqlitePath
{
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

    /// <summary>What keeps SQLite from making or opening the file, as far as a look tells; null when nothing does.</summary>
    public static string? Find(string path) =>
        Directory.Exists(path)
            ? $"KX5004 The database '{path}' is a folder. Name a file in Data Source of UseSqlite(...), such as '{System.IO.Path.Combine(path, "kompass.db")}'."
        : System.IO.Path.GetDirectoryName(path) is { } folder && !Directory.Exists(folder)
            ? $"KX5005 The database '{path}' cannot be made, since the folder '{folder}' does not exist. Create the folder, or correct Data Source in UseSqlite(...)."
        : null;

    /// <summary>The same from what SQLite answered; null when it answered something else.</summary>
    public static string? Explain(string path, SqliteException exception) => exception.SqliteErrorCode switch
    {
        CannotOpen or ReadOnly => Find(path)
            ?? $"KX5006 The database '{path}' cannot be opened for writing. Let the account that runs this program write the file and its folder, "
            + "or name another file in Data Source of UseSqlite(...).",
        NoDatabase => $"KX5007 The file '{path}' is not an SQLite database. Name another file in Data Source of UseSqlite(...).",
        _ => null,
    };
}
