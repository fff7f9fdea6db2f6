using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>An operation that was settled so long ago that no run needs it: kept as evidence.</summary>
internal sealed class ArchivedOperationRow : OperationColumns, IRow<ArchivedOperationRow>
{
    public static string Table => "archived_operations";

    public static ArchivedOperationRow From(OperationRow operation)
    {
        var archived = new ArchivedOperationRow { Sequence = operation.Sequence };
        archived.Set(operation.ToRecord());
        return archived;
    }

    public static void Configure(EntityTypeBuilder<ArchivedOperationRow> row)
    {
        row.HasKey(operation => operation.Sequence);
        row.Property(operation => operation.Sequence).ValueGeneratedNever();
        row.HasIndex(operation => new { operation.RemoteOrganisationId, operation.RecordKind, operation.RecordId });
        row.HasIndex(operation => operation.RunId);
    }
}
