using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

internal static class OperationWriter
{
    public static async Task ApplyAsync(
        AccountingDbContext context,
        RemoteOrganisationId organisation,
        IReadOnlyCollection<Operation> operations,
        CancellationToken cancellationToken)
    {
        if (operations.Count == 0)
        {
            return;
        }

        var ids = operations.Select(operation => operation.Id.Value).ToHashSet();
        var rows = await context.Set<OperationRow>()
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        foreach (var operation in operations)
        {
            Ownership.Require(organisation, operation.RemoteOrganisationId, operation.Record);
            if (!rows.TryGetValue(operation.Id.Value, out var row))
            {
                rows[operation.Id.Value] = row = new();
                row.Set(operation);
                context.Add(row);
                continue;
            }

            if (row.RemoteOrganisationId != organisation.Value || row.RecordKind != operation.Record.Kind || row.RecordId != operation.Record.Id)
            {
                throw new ArgumentException(
                    $"Operation {operation.Id} was intended for {new RecordKey(row.RecordKind, row.RecordId)} and cannot become one for {operation.Record}.");
            }

            row.Set(operation);
        }
    }
}
