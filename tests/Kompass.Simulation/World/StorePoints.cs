using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Kompass.Simulation;

/// <summary>
/// The places in the store where a process may be stopped: on either side of each statement and of each commit. What it had open is
/// closed when it dies, as its kernel would.
/// </summary>
internal sealed class StorePoints(SimNode node, Scheduler scheduler)
{
    public IInterceptor Commands { get; } = new CommandPoints(node, scheduler);

    public IInterceptor Transactions { get; } = new TransactionPoints(node, scheduler);

    public IInterceptor Connections { get; } = new ConnectionClosing(node);

    private sealed class CommandPoints(SimNode node, Scheduler scheduler) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await scheduler.PointAsync(node, PointPlace.Store, "query", cancellationToken);
            return result;
        }

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            await scheduler.PointAsync(node, PointPlace.Store, "answer", cancellationToken);
            return result;
        }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await scheduler.PointAsync(node, PointPlace.Store, "write", cancellationToken);
            return result;
        }

        public override async ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            await scheduler.PointAsync(node, PointPlace.Store, "written", cancellationToken);
            return result;
        }
    }

    private sealed class TransactionPoints(SimNode node, Scheduler scheduler) : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            await scheduler.PointAsync(node, PointPlace.Store, "begin", cancellationToken);
            return result;
        }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await scheduler.PointAsync(node, PointPlace.Store, "commit", cancellationToken);
            return result;
        }

        public override async Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            await scheduler.PointAsync(node, PointPlace.Store, "committed", cancellationToken);
    }

    private sealed class ConnectionClosing : DbConnectionInterceptor
    {
        private readonly HashSet<DbConnection> _open = [];

        public ConnectionClosing(SimNode node) => node.AtDeath(() =>
        {
            foreach (var connection in _open)
            {
                connection.Close();
            }
        });

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            _open.Add(connection);
            return Task.CompletedTask;
        }

        public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
        {
            _open.Remove(connection);
            return Task.CompletedTask;
        }

        public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => _open.Remove(connection);
    }
}
