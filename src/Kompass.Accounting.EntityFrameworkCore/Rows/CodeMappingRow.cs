using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class CodeMappingRow : IRow<CodeMappingRow>
{
    public static string Table => "code_mappings";

    public required string RemoteOrganisationId { get; set; }

    public required MappingKind Kind { get; set; }

    public required string KompassCode { get; set; }

    public required string RemoteKey { get; set; }

    public static void Configure(EntityTypeBuilder<CodeMappingRow> row) =>
        row.HasKey(mapping => new { mapping.RemoteOrganisationId, mapping.Kind, mapping.KompassCode });
}
