using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class ContactLinkRow : IRow<ContactLinkRow>
{
    public static string Table => "contact_links";

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public string ClientId { get; set; } = string.Empty;

    public string RemoteContactId { get; set; } = string.Empty;

    public LinkOrigin Origin { get; set; }

    public long CreatedAt { get; set; }

    public string CreatedBy { get; set; } = string.Empty;

    public string? RecordHash { get; set; }

    public string? SentName { get; set; }

    public bool IsShared { get; set; }

    public string? Drift { get; set; }

    public static void Configure(EntityTypeBuilder<ContactLinkRow> row)
    {
        row.HasKey(link => new { link.RemoteOrganisationId, link.ClientId });
        row.HasIndex(link => new { link.RemoteOrganisationId, link.RemoteContactId }, "contact");
        row.HasIndex(link => new { link.RemoteOrganisationId, link.RemoteContactId }, "contact_alone").IsUnique().HasFilter("NOT is_shared");
    }

    public void Set(ContactLink link)
    {
        RemoteOrganisationId = link.RemoteOrganisationId.Value;
        ClientId = link.ClientId.Value;
        RemoteContactId = link.RemoteContactId.Value;
        Origin = link.Origin;
        CreatedAt = Instants.ToTicks(link.CreatedAt);
        CreatedBy = link.CreatedBy;
        RecordHash = link.RecordHash;
        SentName = link.SentName;
        IsShared = link.IsShared;
        Drift = link.Drift is { } drift ? JsonSerializer.Serialize(drift, StoreJson.Default.RecordDrift) : null;
    }

    public ContactLink ToRecord() => new()
    {
        RemoteOrganisationId = new(RemoteOrganisationId),
        ClientId = new(ClientId),
        RemoteContactId = new(RemoteContactId),
        Origin = Origin,
        CreatedAt = Instants.FromTicks(CreatedAt),
        CreatedBy = CreatedBy,
        RecordHash = RecordHash,
        SentName = SentName,
        IsShared = IsShared,
        Drift = Drift is null ? null : JsonSerializer.Deserialize(Drift, StoreJson.Default.RecordDrift),
    };
}
