using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>Which configuration a Kompass organisation belongs to: at most one.</summary>
internal sealed class ConfigurationOrganisationRow : IRow<ConfigurationOrganisationRow>
{
    public static string Table => "configuration_organisations";

    public required string KompassOrganisationId { get; set; }

    public required Guid ConfigurationId { get; set; }

    public required int Position { get; set; }

    public static void Configure(EntityTypeBuilder<ConfigurationOrganisationRow> row)
    {
        row.HasKey(organisation => organisation.KompassOrganisationId);
        row.HasIndex(organisation => organisation.ConfigurationId);
    }
}
