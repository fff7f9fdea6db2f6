using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class ReconciliationReportRow : IRow<ReconciliationReportRow>
{
    public static string Table => "reconciliations";

    public long Sequence { get; set; }

    public Guid Id { get; set; }

    public Guid ConfigurationId { get; set; }

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public string Organisations { get; set; } = string.Empty;

    public long CreatedAt { get; set; }

    public string RequestedBy { get; set; } = string.Empty;

    public string Rows { get; set; } = string.Empty;

    public static void Configure(EntityTypeBuilder<ReconciliationReportRow> row)
    {
        row.HasKey(report => report.Sequence);
        row.HasIndex(report => report.Id).IsUnique();
        row.HasIndex(report => new { report.ConfigurationId, report.RemoteOrganisationId, report.CreatedAt });
    }

    public static IReadOnlyList<KompassOrganisationId> OrganisationsOf(string column) =>
        JsonSerializer.Deserialize(column, StoreJson.Default.IReadOnlyListKompassOrganisationId)!;

    public void Set(ReconciliationReport report)
    {
        Id = report.Id.Value;
        ConfigurationId = report.ConfigurationId.Value;
        RemoteOrganisationId = report.RemoteOrganisationId.Value;
        Organisations = JsonSerializer.Serialize(report.Organisations, StoreJson.Default.IReadOnlyListKompassOrganisationId);
        CreatedAt = Instants.ToTicks(report.CreatedAt);
        RequestedBy = report.RequestedBy;
        Rows = JsonSerializer.Serialize(report.Rows, StoreJson.Default.IReadOnlyListReconciliationRow);
    }

    public ReconciliationReport ToRecord() => new()
    {
        Id = new(Id),
        ConfigurationId = new(ConfigurationId),
        RemoteOrganisationId = new(RemoteOrganisationId),
        Organisations = OrganisationsOf(Organisations),
        CreatedAt = Instants.FromTicks(CreatedAt),
        RequestedBy = RequestedBy,
        Rows = JsonSerializer.Deserialize(Rows, StoreJson.Default.IReadOnlyListReconciliationRow)!,
    };
}
