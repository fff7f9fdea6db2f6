namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Where the tables of the stores live, so that they can share a database with the host's own.</summary>
public sealed record StoreNames
{
    /// <summary>Creates the names.</summary>
    /// <param name="schema">The database schema; null for none.</param>
    /// <param name="tablePrefix">What every table's name begins with; empty for nothing.</param>
    /// <exception cref="ArgumentException">
    /// A name holds something other than ASCII letters, digits and underscores, the schema has more than 63 of them or none,
    /// or the prefix has more than 20.
    /// </exception>
    public StoreNames(string? schema, string tablePrefix)
    {
        Schema = schema is null ? null : Require(schema, 1, 63, nameof(schema));
        TablePrefix = Require(tablePrefix, 0, 20, nameof(tablePrefix));
    }

    /// <summary>The database schema; null for none.</summary>
    public string? Schema { get; }

    /// <summary>What every table's name begins with; empty for nothing.</summary>
    public string TablePrefix { get; }

    /// <summary>Writes the names into a script: <c>{schema}</c> and <c>{prefix}</c> are replaced.</summary>
    public string Apply(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return script
            .Replace("{schema}", Schema, StringComparison.Ordinal)
            .Replace("{prefix}", TablePrefix, StringComparison.Ordinal);
    }

    private static string Require(string? name, int minimum, int maximum, string parameter) =>
        name is not null && name.Length >= minimum && name.Length <= maximum
            && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? name
            : throw new ArgumentException($"'{name}' must be {minimum} to {maximum} ASCII letters, digits and underscores.", parameter);
}
