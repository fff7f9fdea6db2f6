namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Where the tables of the stores live, so that they can share a database with the host's own.</summary>
/// <param name="Schema">The database schema; null for none.</param>
/// <param name="TablePrefix">What every table's name begins with; empty for nothing.</param>
public sealed record StoreNames(string? Schema, string TablePrefix);
