using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class CursorRow : IRow<CursorRow>
{
    public static string Table => "cursors";

    public required string RemoteOrganisationId { get; set; }

    public required string Name { get; set; }

    public required string Value { get; set; }

    public static void Configure(EntityTypeBuilder<CursorRow> row) =>
        row.HasKey(cursor => new { cursor.RemoteOrganisationId, cursor.Name });
}
