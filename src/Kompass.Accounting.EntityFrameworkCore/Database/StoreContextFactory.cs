using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class StoreContextFactory : IDbContextFactory<AccountingDbContext>
{
    private readonly DbContextOptions<AccountingDbContext> _options;
    private readonly StoreDatabase _database;

    public StoreContextFactory(StoreDatabase database, IServiceProvider services)
    {
        var builder = new DbContextOptionsBuilder<AccountingDbContext>();

        // Not UseLoggerFactory: it would build EF Core's services and model anew for each container of the process.
        builder.UseApplicationServiceProvider(services);
        builder.ReplaceService<IModelCacheKeyFactory, StoreModelCacheKeyFactory>();
        database.Configure(builder);
        _options = builder.Options;
        _database = database;
    }

    public AccountingDbContext CreateDbContext() => new(_options, _database);
}
