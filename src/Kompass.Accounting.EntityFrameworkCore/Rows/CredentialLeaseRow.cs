using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class CredentialLeaseRow : IRow<CredentialLeaseRow>
{
    public static string Table => "credential_leases";

    public required string CredentialId { get; set; }

    public required string Owner { get; set; }

    public required long ExpiresAt { get; set; }

    public static void Configure(EntityTypeBuilder<CredentialLeaseRow> row) => row.HasKey(lease => lease.CredentialId);
}
