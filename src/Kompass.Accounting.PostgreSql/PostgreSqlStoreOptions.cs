namespace Kompass.Accounting.PostgreSql;

/// <summary>Options of the PostgreSQL store. Read once, while services are registered.</summary>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>
    /// The schema in which the tables live; made on first use where it is missing. At most 63 letters, digits and underscores.
    /// Names that begin with pg_, and information_schema, are PostgreSQL's own. Default: kompass_accounting.
    /// </summary>
    public string Schema { get; set; } = "kompass_accounting";

    /// <summary>What every table's name begins with. At most 20 letters, digits and underscores. Default: empty.</summary>
    public string TablePrefix { get; set; } = string.Empty;
}
