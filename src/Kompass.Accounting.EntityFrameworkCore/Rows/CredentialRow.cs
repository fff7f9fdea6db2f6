using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class CredentialRow : IRow<CredentialRow>
{
    public static string Table => "credentials";

    public required string Id { get; set; }

    public required long Version { get; set; }

    /// <summary>The payload, encrypted.</summary>
    public required byte[] Payload { get; set; }

    public static void Configure(EntityTypeBuilder<CredentialRow> row) => row.HasKey(credential => credential.Id);
}
