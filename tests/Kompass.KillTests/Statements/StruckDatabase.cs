using System.Data.Common;
using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Kills;

/// <summary>A database whose statements and commits are watched, and struck.</summary>
internal sealed class StruckDatabase(StoreDatabase inner, Strike strike) : StoreDatabase
{
    public override StoreNames Names => inner.Names;

    public override void Configure(DbContextOptionsBuilder options)
    {
        inner.Configure(options);
        options.AddInterceptors(strike);
    }

    public override Task EnsureSchemaAsync(CancellationToken cancellationToken) => inner.EnsureSchemaAsync(cancellationToken);

    public override ValueTask<IDisposable?> EnterAsync(bool isWriting, CancellationToken cancellationToken) => inner.EnterAsync(isWriting, cancellationToken);

    public override Task LockAsync(AccountingDbContext context, string scope, CancellationToken cancellationToken) =>
        inner.LockAsync(context, scope, cancellationToken);

    public override Task<DateTimeOffset> GetTimeAsync(AccountingDbContext context, CancellationToken cancellationToken) =>
        inner.GetTimeAsync(context, cancellationToken);

    public override bool IsDuplicate(DbException exception) => inner.IsDuplicate(exception);
}
