using Npgsql;

namespace Kompass.Accounting.PostgreSql.Tests;

/// <summary>Everything that the schema is made of, and the versions that were applied, so that two databases can be compared.</summary>
internal static class SchemaPicture
{
    private const string Sql =
        """
        SELECT 'column ' || concat_ws(' ', table_name, column_name, data_type, collation_name, is_nullable, is_identity, column_default)
            FROM information_schema.columns WHERE table_schema = 'kompass_accounting'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'kompass_accounting'
        UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'kompass_accounting'::regnamespace
        UNION ALL SELECT 'version ' || version FROM kompass_accounting.schema_versions
        ORDER BY 1
        """;

    public static async Task<IReadOnlyList<string>> TakeAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
