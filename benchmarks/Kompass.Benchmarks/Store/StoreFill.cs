using System.Globalization;
using Kompass.Accounting;
using Npgsql;

namespace Kompass.Benchmarks;

/// <summary>
/// Fills the tables as a fleet of configurations fills them in a year: by SQL, since the engine would take hours at Xero's limits. One
/// client in ten records, an operation for each record, and a run each day.
/// </summary>
internal sealed class StoreFill(string connectionString)
{
    private const string Schema = "kompass_accounting";
    private const int Days = 365;

    // So much of the journal is older than it is kept.
    private const int OldOneIn = 10;

    public async Task<int> RunAsync(IConfigurationStore configurations, int count, int links, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var each = links / count;
        for (var number = 1; number <= count; number++)
        {
            await configurations.SaveAsync(Configuration(number, now), cancellationToken);
        }

        var (clients, invoices, recent, old) = (each / 10, each - (each / 10), now.UtcTicks, now.AddDays(-500).UtcTicks);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        foreach (var sql in (string[])
            [
                $"INSERT INTO {Schema}.contact_links SELECT 'other-' || c, 'C' || i, md5(c || 'c' || i), 'Created', {recent}, 'sync', substr(md5('h' || i), 1, 22), 'Client ' || i, false FROM {Each(count, clients)}",
                $"""
                INSERT INTO {Schema}.mirror_contacts
                SELECT 'other-' || c, md5(c || 'c' || i), 'Client ' || i, 'Active', {recent}, json_build_object('Name', 'Client ' || i, 'Id', md5(c || 'c' || i), 'EmailAddress', 'office@client' || i || '.example', 'Street', i || ' High Street, London')::text
                FROM {Each(count, clients)}
                """,
                $"""
                INSERT INTO {Schema}.document_links
                    (remote_organisation_id, invoice_id, remote_document_id, kind, number, client_id, currency, date, gross, record_hash, remote_updated_at, is_voided, created_at, sent_total, stored_digest)
                SELECT 'other-' || c, 'I' || i, md5(c || 'd' || i), 'Invoice', 'INV-' || i, 'C' || (i % {Math.Max(clients, 1)}), 'GBP', '2026-02-28', '120.00', substr(md5('h' || i), 1, 22), {recent}, false, {recent}, '120.00', substr(md5('s' || i), 1, 22)
                FROM {Each(count, invoices)}
                """,
                $"""
                INSERT INTO {Schema}.operations
                    (id, configuration_id, remote_organisation_id, run_id, record_kind, record_id, action, document_kind, natural_key, record_hash, attempt_key, state, intended_at, settled_at, remote_id)
                SELECT gen_random_uuid(), ('00000000-0000-0000-0000-' || lpad(c::text, 12, '0'))::uuid, 'other-' || c, gen_random_uuid(), 'Invoice', 'I' || i, 'Create', 'Invoice', 'INV-' || i,
                    substr(md5('h' || i), 1, 22), md5(c || 'a' || i), 'Succeeded', t, t, md5(c || 'd' || i)
                FROM {Each(count, each)} CROSS JOIN LATERAL (SELECT CASE WHEN i % {OldOneIn} = 0 THEN {old} ELSE {recent} END t) at
                """,
                $"""
                INSERT INTO {Schema}.runs (id, configuration_id, remote_organisation_id, started_at, finished_at, outcome, counts)
                SELECT gen_random_uuid(), ('00000000-0000-0000-0000-' || lpad(c::text, 12, '0'))::uuid, 'other-' || c, {recent} - i, {recent} - i, 'Completed', json_build_object()::text
                FROM {Each(count, Days)}
                """,
                "ANALYZE",
            ])
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return each * count;
    }

    /// <summary>The rows of each table that has some, and how large the database is.</summary>
    public async Task<(IReadOnlyDictionary<string, long> Rows, double Megabytes)> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand($"SELECT tablename FROM pg_tables WHERE schemaname = '{Schema}' ORDER BY 1", connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                tables.Add(reader.GetString(0));
            }
        }

        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            if (await NumberAsync(connection, $"SELECT count(*) FROM {Schema}.{table}", cancellationToken) is var number and > 0)
            {
                rows[table] = number;
            }
        }

        return (rows, Math.Round(await NumberAsync(connection, "SELECT pg_database_size(current_database())", cancellationToken) / 1_048_576.0, 1));
    }

    private static async Task<long> NumberAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    private static string Each(int configurations, int records) => $"generate_series(1, {configurations}) c CROSS JOIN generate_series(1, {records}) i";

    private static SyncConfiguration Configuration(int number, DateTimeOffset now) => new()
    {
        Id = new(Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{number:D12}"))),
        Organisations = [new($"other-{number}")],
        CreatedBy = "ada",
        CreatedAt = now,
        IsEnabled = true,
        Modules = SyncModules.Clients | SyncModules.Invoices,
        Connection = new()
        {
            OrganisationId = new($"other-{number}"),
            OrganisationName = $"Other {number}",
            CredentialId = new($"other-{number}"),
            ConnectionReference = "reference",
            ConnectedAt = now,
            ConnectedBy = "ada",
        },
    };
}
