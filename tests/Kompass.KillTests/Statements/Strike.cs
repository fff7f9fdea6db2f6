using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Kompass.Kills;

/// <summary>
/// Ends the back end of a connection at the n-th statement that goes out or comes back, BEGIN and savepoints not counted, since they
/// travel with the statement after them. Whoever waits for the answer of a statement that was done gets the error of the dead connection.
/// </summary>
internal sealed class Strike(FleetDatabase database) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly List<string> _statements = [];
    private bool _isWatching;
    private (int Statement, bool IsAfter)? _aim;
    private int _answers;

    /// <summary>What has gone out since this began to watch.</summary>
    public IReadOnlyList<string> Statements => _statements;

    public bool IsDone { get; private set; }

    /// <summary>Begins to count.</summary>
    /// <param name="aim">Which statement, from 1, and whether before it goes out or after it was done; null to count them only.</param>
    public void Watch((int Statement, bool IsAfter)? aim)
    {
        (_aim, _answers, _isWatching, IsDone) = (aim, 0, true, false);
        _statements.Clear();
    }

    public void EndWatching() => _isWatching = false;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await GoesOutAsync(command.Connection!, command.CommandText);
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (ComesBack())
        {
            await result.DisposeAsync();
            await StrikeAnswerAsync(command.Connection!, cancellationToken);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await GoesOutAsync(command.Connection!, command.CommandText);
        return result;
    }

    public override async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (ComesBack())
        {
            await StrikeAnswerAsync(command.Connection!, cancellationToken);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await GoesOutAsync(command.Connection!, command.CommandText);
        return result;
    }

    public override async ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        if (ComesBack())
        {
            await StrikeAnswerAsync(command.Connection!, cancellationToken);
        }

        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await GoesOutAsync(transaction.Connection!, "COMMIT");
        return result;
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (ComesBack())
        {
            await StrikeAnswerAsync(eventData.Context!.Database.GetDbConnection(), cancellationToken);
        }
    }

    private async Task GoesOutAsync(DbConnection connection, string statement)
    {
        if (!_isWatching)
        {
            return;
        }

        _statements.Add(string.Join(' ', statement.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(6)));
        if (_aim is { IsAfter: false } aim && aim.Statement == _statements.Count)
        {
            await StrikeAsync(connection);
        }
    }

    private bool ComesBack() => _isWatching && ++_answers == _aim?.Statement && _aim.Value.IsAfter;

    private async Task StrikeAnswerAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await StrikeAsync(connection);
        await using var next = connection.CreateCommand();
        next.CommandText = "SELECT 1";
        await next.ExecuteScalarAsync(cancellationToken);
        throw new InvalidOperationException("The connection did not end.");
    }

    private async Task StrikeAsync(DbConnection connection)
    {
        (IsDone, _isWatching) = (true, false);
        await database.TerminateBackEndAsync(((NpgsqlConnection)connection).ProcessID);
    }
}
