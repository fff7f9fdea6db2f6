namespace Kompass.Accounting.Sqlite;

/// <summary>Options of the SQLite store. Read once, while services are registered.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>
    /// What every table's name begins with, so that the tables can live in the host's own database: at most 20 letters, digits and underscores.
    /// Default: empty.
    /// </summary>
    public string TablePrefix { get; set; } = string.Empty;

    /// <summary>
    /// The folder in which the application's Data Protection keys are kept; null to leave the key ring to the host.
    /// Whoever has the folder and the database can read the credentials. Default: null.
    /// </summary>
    public string? KeyRingDirectory { get; set; }
}
