using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class SkipRow : IRow<SkipRow>
{
    public static string Table => "skips";

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public RecordKind RecordKind { get; set; }

    public string RecordId { get; set; } = string.Empty;

    public string Title { get; set; } = string.Empty;

    public string RecordHash { get; set; } = string.Empty;

    public string SkippedBy { get; set; } = string.Empty;

    public long SkippedAt { get; set; }

    public string Reason { get; set; } = string.Empty;

    public static void Configure(EntityTypeBuilder<SkipRow> row) =>
        row.HasKey(skip => new { skip.RemoteOrganisationId, skip.RecordKind, skip.RecordId });

    public static SkipRow From(RemoteOrganisationId organisation, RecordSkip skip) => new()
    {
        RemoteOrganisationId = organisation.Value,
        RecordKind = skip.Record.Kind,
        RecordId = skip.Record.Id,
        Title = skip.Title,
        RecordHash = skip.RecordHash,
        SkippedBy = skip.SkippedBy,
        SkippedAt = Instants.ToTicks(skip.SkippedAt),
        Reason = skip.Reason,
    };

    public RecordSkip ToRecord() => new()
    {
        Record = new(RecordKind, RecordId),
        Title = Title,
        RecordHash = RecordHash,
        SkippedBy = SkippedBy,
        SkippedAt = Instants.FromTicks(SkippedAt),
        Reason = Reason,
    };
}
