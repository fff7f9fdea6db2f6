using Kompass.Accounting;
using Kompass.Accounting.EntityFrameworkCore;
using Kompass.Accounting.PostgreSql;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps everything in PostgreSQL: for several nodes.</summary>
public static class PostgreSqlAccountingBuilderExtensions
{
    /// <summary>
    /// Keeps links, journal, configurations and encrypted credentials in a PostgreSQL database, whose tables are made on first use.
    /// Leases lapse by the database's clock. All nodes must share one key ring of Data Protection. Where a store is chosen twice, the last
    /// call counts.
    /// </summary>
    /// <param name="builder">The registration of the accounting sync.</param>
    /// <param name="connectionString">Npgsql's connection string. Poolers in transaction mode are supported.</param>
    /// <param name="configure">Changes the options.</param>
    /// <exception cref="ArgumentException">The connection string or an option cannot be used.</exception>
    public static T UsePostgreSql<T>(this T builder, string connectionString, Action<PostgreSqlStoreOptions>? configure = null)
        where T : IAccountingBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var options = new PostgreSqlStoreOptions();
        configure?.Invoke(options);
        var source = Read(connectionString);
        var names = new StoreNames(RequireFree(options.Schema), options.TablePrefix);

        builder.Services.AddAccountingStores();
        builder.Services.Replace(ServiceDescriptor.Singleton<StoreDatabase>(new PostgreSqlDatabase(source, names)));
        return builder;
    }

    private static string RequireFree(string schema) =>
        schema is not null && (schema.StartsWith("pg_", StringComparison.Ordinal) || schema == "information_schema")
            ? throw new ArgumentException(
                $"KX5010 The schema '{schema}' that UsePostgreSql was given is PostgreSQL's own: names that begin with pg_, and information_schema, are reserved. "
                + "Choose another PostgreSqlStoreOptions.Schema.",
                nameof(schema))
            : schema!;

    private static string Read(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).ToString();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new ArgumentException(
                $"KX5008 The connection string that UsePostgreSql was given cannot be read: {exception.Message} "
                + "Write it as Npgsql does: Host=...;Database=...;Username=...;Password=...",
                nameof(connectionString),
                exception);
        }
    }
}
