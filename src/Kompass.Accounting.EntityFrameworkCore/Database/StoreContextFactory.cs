using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class StoreContextFactory : IDbContextFactory<AccountingDbContext>
{
    private readonly DbContextOptions<AccountingDbContext> _options;
    private readonly StoreDatabase _database;

    public StoreContextFactory(StoreDatabase database, ILoggerFactory loggers)
    {
        var builder = new DbContextOptionsBuilder<AccountingDbContext>();
        builder.UseLoggerFactory(loggers);
        builder.ReplaceService<IModelCacheKeyFactory, StoreModelCacheKeyFactory>();
        database.Configure(builder);
        _options = builder.Options;
        _database = database;
    }

    public AccountingDbContext CreateDbContext() => new(_options, _database);
}
