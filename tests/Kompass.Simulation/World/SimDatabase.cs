using System.Data.Common;
using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Simulation;

/// <summary>The real SQLite store as one node uses it: every statement is a point, and the lock is the simulator's.</summary>
internal sealed class SimDatabase(StoreDatabase inner, SimNode node, Scheduler scheduler, SimGate gate) : StoreDatabase
{
    private readonly StorePoints _points = new(node, scheduler);

    public override StoreNames Names => inner.Names;

    public override void Configure(DbContextOptionsBuilder options)
    {
        inner.Configure(options);
        options.AddInterceptors(_points.Commands, _points.Transactions, _points.Connections);
    }

    public override async Task EnsureSchemaAsync(CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(node);
        await scheduler.PointAsync(node, PointPlace.Store, "schema", cancellationToken);
        await inner.EnsureSchemaAsync(cancellationToken);
        await scheduler.PointAsync(node, PointPlace.Store, "schema is there", cancellationToken);
    }

    public override async ValueTask<IDisposable?> EnterAsync(bool isWriting, CancellationToken cancellationToken) => await gate.EnterAsync(node);

    public override Task LockAsync(AccountingDbContext context, string scope, CancellationToken cancellationToken) =>
        inner.LockAsync(context, scope, cancellationToken);

    public override Task<DateTimeOffset> GetTimeAsync(AccountingDbContext context, CancellationToken cancellationToken) =>
        inner.GetTimeAsync(context, cancellationToken);

    public override bool IsDuplicate(DbException exception) => inner.IsDuplicate(exception);
}
