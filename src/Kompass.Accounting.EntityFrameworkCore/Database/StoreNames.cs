namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Where the tables of the stores live, so that they can share a database with the host's own.</summary>
public sealed record StoreNames
{
    /// <summary>Creates the names.</summary>
    /// <param name="schema">The database schema; null for none.</param>
    /// <param name="tablePrefix">What every table's name begins with; empty for nothing.</param>
    /// <exception cref="ArgumentException">A name holds something other than ASCII letters, digits and underscores.</exception>
    public StoreNames(string? schema, string tablePrefix)
    {
        Schema = schema is null or { Length: > 0 } ? Require(schema ?? string.Empty, nameof(schema)) is { Length: > 0 } name ? name : null
            : throw new ArgumentException("The schema must have a name.", nameof(schema));
        TablePrefix = Require(tablePrefix, nameof(tablePrefix));
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

    private static string Require(string? name, string parameter) =>
        name is not null && name.Length <= 40 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? name
            : throw new ArgumentException($"'{name}' must be at most 40 ASCII letters, digits and underscores.", parameter);
}
