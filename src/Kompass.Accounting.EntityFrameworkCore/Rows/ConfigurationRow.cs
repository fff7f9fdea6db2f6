using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class ConfigurationRow : IRow<ConfigurationRow>
{
    public static string Table => "configurations";

    public long Sequence { get; set; }

    public Guid Id { get; set; }

    public long Version { get; set; }

    public long CreatedAt { get; set; }

    /// <summary>The connected organisation; null while there is no connection.</summary>
    public string? RemoteOrganisationId { get; set; }

    public string Settings { get; set; } = string.Empty;

    public static void Configure(EntityTypeBuilder<ConfigurationRow> row)
    {
        row.HasKey(configuration => configuration.Sequence);
        row.HasIndex(configuration => configuration.Id).IsUnique();
        row.HasIndex(configuration => configuration.RemoteOrganisationId).IsUnique();
    }
}
