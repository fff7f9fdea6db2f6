namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>What the schema scripts of all databases share.</summary>
public static class SchemaVersions
{
    /// <summary>Refuses tables that a newer version of the package made.</summary>
    /// <param name="found">The version in the database.</param>
    /// <param name="known">The newest version that this package knows.</param>
    /// <param name="database">The database by its name.</param>
    /// <exception cref="InvalidOperationException">The tables are newer.</exception>
    public static void RequireKnown(int found, int known, string database)
    {
        if (found > known)
        {
            throw new InvalidOperationException(
                $"KX5003 The tables in {database} have version {found}, and this program knows {known} at most. "
                + "Start the newer program, or restore the database as it was before the upgrade.");
        }
    }
}
