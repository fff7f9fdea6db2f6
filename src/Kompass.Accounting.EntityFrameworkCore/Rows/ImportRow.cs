using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class ImportRow : IRow<ImportRow>
{
    public static string Table => "imports";

    public long Sequence { get; set; }

    public Guid Id { get; set; }

    public Guid ConfigurationId { get; set; }

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public long CreatedAt { get; set; }

    public string RequestedBy { get; set; } = string.Empty;

    public string Content { get; set; } = string.Empty;

    public long? RevertedAt { get; set; }

    public string? RevertedBy { get; set; }

    public static void Configure(EntityTypeBuilder<ImportRow> row)
    {
        row.HasKey(import => import.Sequence);
        row.HasIndex(import => import.Id).IsUnique();
    }

    public void Set(TakeOverImport import)
    {
        Id = import.Id.Value;
        ConfigurationId = import.ConfigurationId.Value;
        RemoteOrganisationId = import.RemoteOrganisationId.Value;
        CreatedAt = Instants.ToTicks(import.CreatedAt);
        RequestedBy = import.RequestedBy;
        Content = JsonSerializer.Serialize(new(import.Contacts, import.Documents, import.Mappings), StoreJson.Default.ImportContent);
        RevertedAt = Instants.ToTicks(import.RevertedAt);
        RevertedBy = import.RevertedBy;
    }

    public TakeOverImport ToRecord()
    {
        var content = JsonSerializer.Deserialize(Content, StoreJson.Default.ImportContent)!;
        return new()
        {
            Id = new(Id),
            ConfigurationId = new(ConfigurationId),
            RemoteOrganisationId = new(RemoteOrganisationId),
            CreatedAt = Instants.FromTicks(CreatedAt),
            RequestedBy = RequestedBy,
            Contacts = content.Contacts,
            Documents = content.Documents,
            Mappings = content.Mappings,
            RevertedAt = Instants.FromTicks(RevertedAt),
            RevertedBy = RevertedBy,
        };
    }
}
