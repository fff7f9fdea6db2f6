using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class OperationRow : OperationColumns, IRow<OperationRow>
{
    public static string Table => "operations";

    public static void Configure(EntityTypeBuilder<OperationRow> row)
    {
        row.HasKey(operation => operation.Sequence);
        row.HasIndex(operation => operation.Id).IsUnique();
        row.HasIndex(operation => new { operation.RemoteOrganisationId, operation.RecordKind, operation.RecordId });
        row.HasIndex(operation => operation.RunId);
        row.HasIndex(operation => new { operation.RemoteOrganisationId, operation.SettledAt });
        row.HasIndex(operation => operation.RemoteOrganisationId).HasFilter("state IN ('Intended', 'Unknown')");
    }
}
