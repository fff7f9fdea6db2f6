using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Runs each call of a port in a context of its own, and each write in one transaction.</summary>
internal sealed class StoreAccess(
    IDbContextFactory<AccountingDbContext> contexts,
    StoreDatabase database,
    SchemaInitializer schema)
{
    public async Task<T> ReadAsync<T>(Func<AccountingDbContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await schema.EnsureAsync(cancellationToken);
        using var turn = await database.EnterAsync(isWriting: false, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await read(context);
    }

    /// <param name="scope">What is locked until the transaction ends: <see cref="Scopes"/>.</param>
    /// <param name="write">Reads, decides and writes; what it throws rolls everything back.</param>
    /// <param name="cancellationToken">Stops the call, except while it commits.</param>
    public async Task<T> WriteAsync<T>(string scope, Func<AccountingDbContext, Task<T>> write, CancellationToken cancellationToken)
    {
        await schema.EnsureAsync(cancellationToken);
        using var turn = await database.EnterAsync(isWriting: true, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await database.LockAsync(context, scope, cancellationToken);
        var result = await write(context);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    public Task WriteAsync(string scope, Func<AccountingDbContext, Task> write, CancellationToken cancellationToken) =>
        WriteAsync(
            scope,
            async context =>
            {
                await write(context);
                return true;
            },
            cancellationToken);

    public Task<DateTimeOffset> GetTimeAsync(AccountingDbContext context, CancellationToken cancellationToken) =>
        database.GetTimeAsync(context, cancellationToken);

    /// <summary>Whether a unique index refused a row: the last line, since every rule is checked under the lock before.</summary>
    public bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is DbException cause && database.IsDuplicate(cause);
}
