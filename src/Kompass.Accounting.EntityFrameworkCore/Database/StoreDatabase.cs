using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>What a database package brings: the connection, the schema, the locks and the time. Singleton, thread-safe.</summary>
public abstract class StoreDatabase
{
    /// <summary>Where the tables live.</summary>
    public abstract StoreNames Names { get; }

    /// <summary>Chooses the EF Core provider and the connection.</summary>
    public abstract void Configure(DbContextOptionsBuilder options);

    /// <summary>
    /// Creates or upgrades the tables in one transaction. Safe when several processes do it at once and when one is killed in the middle.
    /// </summary>
    /// <exception cref="InvalidOperationException">The tables were made by a newer version of this package.</exception>
    public abstract Task EnsureSchemaAsync(CancellationToken cancellationToken);

    /// <summary>Waits for this process's turn, where the database takes one caller at a time. The result ends the turn.</summary>
    public virtual ValueTask<IDisposable?> EnterAsync(bool isWriting, CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(null);

    /// <summary>Keeps other writers of the same scope out until the transaction of the context ends.</summary>
    /// <param name="context">A context in a transaction.</param>
    /// <param name="scope">What is locked, such as the links of one organisation.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public abstract Task LockAsync(AccountingDbContext context, string scope, CancellationToken cancellationToken);

    /// <summary>The time by which leases lapse: the same for all nodes.</summary>
    public abstract Task<DateTimeOffset> GetTimeAsync(AccountingDbContext context, CancellationToken cancellationToken);

    /// <summary>Whether the database refused a row because a unique index has one like it.</summary>
    public abstract bool IsDuplicate(DbException exception);
}
