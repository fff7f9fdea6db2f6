using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class AuditRow : IRow<AuditRow>
{
    public static string Table => "audit";

    public long Sequence { get; set; }

    public long At { get; set; }

    public string Actor { get; set; } = string.Empty;

    public AuditAction Action { get; set; }

    public Guid? ConfigurationId { get; set; }

    public string? RemoteOrganisationId { get; set; }

    public RecordKind? RecordKind { get; set; }

    public string? RecordId { get; set; }

    public string? Reason { get; set; }

    public string? Earlier { get; set; }

    public string? Later { get; set; }

    public static void Configure(EntityTypeBuilder<AuditRow> row)
    {
        row.HasKey(entry => entry.Sequence);
        row.HasIndex(entry => new { entry.ConfigurationId, entry.Sequence });
        row.HasIndex(entry => new { entry.RemoteOrganisationId, entry.RecordKind, entry.RecordId });
    }

    public static AuditRow From(AuditEntry entry) => new()
    {
        At = Instants.ToTicks(entry.At),
        Actor = entry.Actor,
        Action = entry.Action,
        ConfigurationId = entry.ConfigurationId?.Value,
        RemoteOrganisationId = entry.RemoteOrganisationId?.Value,
        RecordKind = entry.Record?.Kind,
        RecordId = entry.Record?.Id,
        Reason = entry.Reason,
        Earlier = entry.Before,
        Later = entry.After,
    };

    public AuditEntry ToRecord() => new()
    {
        Sequence = Sequence,
        At = Instants.FromTicks(At),
        Actor = Actor,
        Action = Action,
        ConfigurationId = ConfigurationId is { } configuration ? new ConfigurationId(configuration) : null,
        RemoteOrganisationId = RemoteOrganisationId is { } organisation ? new RemoteOrganisationId(organisation) : null,
        Record = RecordKind is { } kind && RecordId is { } id ? new RecordKey(kind, id) : null,
        Reason = Reason,
        Before = Earlier,
        After = Later,
    };
}
