namespace Kompass.Accounting.PostgreSql;

/// <summary>Tables that somebody else made, where those of this package would have to be.</summary>
internal static class ForeignTables
{
    public static InvalidOperationException Refuse(string database, string schema, string found, Exception? innerException = null) => new(
        $"KX5011 The tables cannot be made in schema {schema} of database {database}, since something of the same name stands there that this package did not make: {found}. "
        + "Choose another Schema or TablePrefix in UsePostgreSql, or remove what stands there if nobody needs it.",
        innerException);
}
