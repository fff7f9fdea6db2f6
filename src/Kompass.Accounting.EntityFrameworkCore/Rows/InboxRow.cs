using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class InboxRow : IRow<InboxRow>
{
    public static string Table => "inbox";

    public long Sequence { get; set; }

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public RemoteChangeKind Kind { get; set; }

    public string RemoteId { get; set; } = string.Empty;

    public long ChangedAt { get; set; }

    public long StoredAt { get; set; }

    public static void Configure(EntityTypeBuilder<InboxRow> row)
    {
        row.HasKey(change => change.Sequence);
        row.HasIndex(change => new { change.RemoteOrganisationId, change.Kind, change.RemoteId }).IsUnique();
    }

    public static InboxRow From(RemoteChange change, DateTimeOffset now) => new()
    {
        RemoteOrganisationId = change.OrganisationId.Value,
        Kind = change.Kind,
        RemoteId = change.RemoteId,
        ChangedAt = Instants.ToTicks(change.ChangedAt),
        StoredAt = Instants.ToTicks(now),
    };

    public StoredChange ToRecord() =>
        new(Sequence, new(new(RemoteOrganisationId), Kind, RemoteId, Instants.FromTicks(ChangedAt)));
}
