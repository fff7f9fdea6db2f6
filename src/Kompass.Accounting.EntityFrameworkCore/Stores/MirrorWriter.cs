using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Writes contacts into the mirror, many in one statement: a first read brings ten thousand.</summary>
internal static class MirrorWriter
{
    private const int RowsPerStatement = 100;
    private const int Columns = 6;

    /// <summary>Writes at once, in the caller's transaction: newer over older; of several states of one contact the newest counts.</summary>
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<RemoteContact> contacts,
        CancellationToken cancellationToken)
    {
        var rows = contacts
            .Reverse()
            .GroupBy(contact => contact.Id.Value, StringComparer.Ordinal)
            .Select(states => ToRow(organisation, states.MaxBy(contact => contact.UpdatedAt)!));
        foreach (var chunk in rows.Chunk(RowsPerStatement))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = Statement(context, chunk.Length);
            foreach (var value in chunk.SelectMany(Values))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"p{command.Parameters.Count}";
                parameter.Value = value;
                command.Parameters.Add(parameter);
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static MirrorContactRow ToRow(RemoteOrganisationId organisation, RemoteContact contact)
    {
        var row = new MirrorContactRow { RemoteOrganisationId = organisation.Value, RemoteContactId = contact.Id.Value };
        row.Set(contact);
        return row;
    }

    private static IEnumerable<object> Values(MirrorContactRow row) =>
        [row.RemoteOrganisationId, row.RemoteContactId, row.Name, row.Status.ToString(), row.UpdatedAt, row.Payload];

    private static string Statement(AccountingDbContext context, int rows)
    {
        var table = context.GetService<ISqlGenerationHelper>()
            .DelimitIdentifier(context.Names.TablePrefix + MirrorContactRow.Table, context.Names.Schema);
        var sql = new StringBuilder($"INSERT INTO {table} AS standing ")
            .Append("(remote_organisation_id, remote_contact_id, name, status, updated_at, payload) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(row * Columns, Columns).Select(number => $"@p{number}")).Append(')');
        }

        return sql
            .Append(" ON CONFLICT (remote_organisation_id, remote_contact_id) DO UPDATE SET ")
            .Append("name = excluded.name, status = excluded.status, updated_at = excluded.updated_at, payload = excluded.payload ")
            .Append("WHERE standing.updated_at <= excluded.updated_at")
            .ToString();
    }
}
