using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class LeaseRow : IRow<LeaseRow>
{
    public static string Table => "leases";

    public required string RemoteOrganisationId { get; set; }

    public required string Owner { get; set; }

    public required long Epoch { get; set; }

    public required long ExpiresAt { get; set; }

    public static void Configure(EntityTypeBuilder<LeaseRow> row) => row.HasKey(lease => lease.RemoteOrganisationId);
}
