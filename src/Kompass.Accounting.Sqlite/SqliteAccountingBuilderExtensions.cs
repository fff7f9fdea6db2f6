using Kompass.Accounting;
using Kompass.Accounting.EntityFrameworkCore;
using Kompass.Accounting.Sqlite;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps everything in SQLite: the embedded default, for one process at a time.</summary>
public static class SqliteAccountingBuilderExtensions
{
    /// <summary>
    /// Keeps links, journal, configurations and encrypted credentials in an SQLite database, whose tables are made on first use.
    /// A file is written ahead (WAL) and synchronised in full. May be called twice: the last call counts, for the database
    /// and for the key ring alike. What is wrong with the path is said when the host starts, or on first use where no host is started.
    /// </summary>
    /// <param name="builder">The registration of the accounting sync.</param>
    /// <param name="connectionString">
    /// Such as <c>Data Source=kompass.db</c>. <c>Data Source=:memory:</c> is a database of its own that ends with the container;
    /// <c>Data Source=name;Mode=Memory;Cache=Shared</c> is shared within the process by name.
    /// </param>
    /// <param name="configure">Changes the options.</param>
    /// <exception cref="ArgumentException">The connection string or an option cannot be used.</exception>
    public static T UseSqlite<T>(this T builder, string connectionString, Action<SqliteStoreOptions>? configure = null)
        where T : IAccountingBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var options = new SqliteStoreOptions();
        configure?.Invoke(options);
        var source = SqliteSource.Parse(connectionString);
        var names = new StoreNames(null, options.TablePrefix);

        builder.Services.AddAccountingStores();
        builder.Services.Replace(ServiceDescriptor.Singleton<StoreDatabase>(services =>
            new SqliteDatabase(source, names, options.KeyRingDirectory, services.GetRequiredService<TimeProvider>())));
        builder.Services.AddOptions<SqliteStoreOptions>().ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStoreOptions>, SqlitePathValidator>());
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<KeyManagementOptions>, SqliteKeyRing>());
        return builder;
    }
}
