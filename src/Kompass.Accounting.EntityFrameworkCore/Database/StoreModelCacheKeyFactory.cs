using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>One model for each set of names, where EF Core would keep one for all.</summary>
internal sealed class StoreModelCacheKeyFactory : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), (context as AccountingDbContext)?.Names, designTime);
}
