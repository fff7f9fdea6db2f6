using System.Data.Common;
using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kompass.Accounting.PostgreSql;

/// <summary>
/// One schema of a PostgreSQL database. Writers of one scope wait for each other by a lock that ends with the transaction,
/// so that a pooler between may hand the connection on.
/// </summary>
internal sealed class PostgreSqlDatabase(string connectionString, StoreNames names) : StoreDatabase
{
    // A node that stands still in the middle of a transaction must not keep the others from its locks for longer than a lease lasts.
    internal const string LongestIdleInTransaction = "15s";

    private readonly PostgreSqlSchema _schema = new(names);

    public override StoreNames Names => names;

    public override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(connectionString);

    public override async Task EnsureSchemaAsync(CancellationToken cancellationToken)
    {
        var once = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(once.ToString());
        await connection.OpenAsync(cancellationToken);
        try
        {
            await _schema.EnsureAsync(connection, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new InvalidOperationException(
                $"KX5009 The role {connection.UserName} may not make the tables in schema {names.Schema} of database {connection.Database}: {exception.MessageText}. "
                + "Grant it CREATE on the database, or make the schema and grant it CREATE on that.",
                exception);
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateObject)
        {
            throw ForeignTables.Refuse(connection.Database, names.Schema!, exception.MessageText, exception);
        }
    }

    public override Task LockAsync(AccountingDbContext context, string scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var name = $"{names.Schema}.{names.TablePrefix}{scope}";
        return context.Database.ExecuteSqlAsync(
            $"SELECT set_config('idle_in_transaction_session_timeout', {LongestIdleInTransaction}, true), pg_advisory_xact_lock(hashtextextended({name}, 0))",
            cancellationToken);
    }

    public override Task<DateTimeOffset> GetTimeAsync(AccountingDbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken);
    }

    public override bool IsDuplicate(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
