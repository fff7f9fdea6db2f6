using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class RevisionRow : IRow<RevisionRow>
{
    public static string Table => "revisions";

    public required string RemoteOrganisationId { get; set; }

    public required long Revision { get; set; }

    public static void Configure(EntityTypeBuilder<RevisionRow> row) => row.HasKey(revision => revision.RemoteOrganisationId);
}
