using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class MirrorContactRow : IRow<MirrorContactRow>
{
    public static string Table => "mirror_contacts";

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public string RemoteContactId { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public ContactStatus Status { get; set; }

    public long UpdatedAt { get; set; }

    public string Payload { get; set; } = string.Empty;

    public static void Configure(EntityTypeBuilder<MirrorContactRow> row) =>
        row.HasKey(contact => new { contact.RemoteOrganisationId, contact.RemoteContactId });

    public void Set(RemoteContact contact)
    {
        Name = contact.Name;
        Status = contact.Status;
        UpdatedAt = Instants.ToTicks(contact.UpdatedAt);
        Payload = JsonSerializer.Serialize(contact, StoreJson.Default.RemoteContact);
    }
}
