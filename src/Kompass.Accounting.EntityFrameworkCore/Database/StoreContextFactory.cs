using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Hands out contexts that were used before, where there are some.</summary>
internal sealed class StoreContextFactory(StoreDatabase database, IServiceProvider services)
    : PooledDbContextFactory<AccountingDbContext>(OptionsFor(database, services))
{
    private static DbContextOptions<AccountingDbContext> OptionsFor(StoreDatabase database, IServiceProvider services)
    {
        var builder = new DbContextOptionsBuilder<AccountingDbContext>();

        // Not UseLoggerFactory: it would build EF Core's services and model anew for each container of the process.
        builder.UseApplicationServiceProvider(services);
        builder.ReplaceService<IModelCacheKeyFactory, StoreModelCacheKeyFactory>();
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new StoreNamesExtension(database.Names));

        // Each statement at Information level would drown the host's log. What fails reaches the caller as an exception, and is logged there once.
        builder.ConfigureWarnings(events => events.Log(
            (RelationalEventId.CommandExecuted, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.ConnectionError, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
        database.Configure(builder);
        return builder.Options;
    }
}
