using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class DocumentLinkRow : IRow<DocumentLinkRow>
{
    public static string Table => "document_links";

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public string InvoiceId { get; set; } = string.Empty;

    public string RemoteDocumentId { get; set; } = string.Empty;

    public DocumentKind Kind { get; set; }

    public string? Number { get; set; }

    public string? ClientId { get; set; }

    public string Currency { get; set; } = string.Empty;

    public string Date { get; set; } = string.Empty;

    public string Gross { get; set; } = string.Empty;

    public string? SentTotal { get; set; }

    public string RecordHash { get; set; } = string.Empty;

    public long RemoteUpdatedAt { get; set; }

    public bool IsVoided { get; set; }

    public string? AllocatedTo { get; set; }

    public string? Standing { get; set; }
    public string? StoredDigest { get; set; }

    public string? UndoneBy { get; set; }

    public long CreatedAt { get; set; }

    public static void Configure(EntityTypeBuilder<DocumentLinkRow> row)
    {
        row.HasKey(link => new { link.RemoteOrganisationId, link.InvoiceId });
        row.HasIndex(link => new { link.RemoteOrganisationId, link.RemoteDocumentId }).IsUnique();
    }

    public void Set(DocumentLink link)
    {
        RemoteOrganisationId = link.RemoteOrganisationId.Value;
        InvoiceId = link.InvoiceId.Value;
        RemoteDocumentId = link.RemoteDocumentId.Value;
        Kind = link.Kind;
        Number = link.Number;
        ClientId = link.ClientId?.Value;
        Currency = link.Currency.Value;
        Date = Amounts.ToText(link.Date);
        Gross = Amounts.ToText(link.Gross);
        SentTotal = Amounts.ToText(link.SentTotal);
        RecordHash = link.RecordHash;
        RemoteUpdatedAt = Instants.ToTicks(link.RemoteUpdatedAt);
        IsVoided = link.IsVoided;
        AllocatedTo = link.AllocatedTo?.Value;
        Standing = link.Standing is { } standing ? JsonSerializer.Serialize(standing, StoreJson.Default.RemoteStanding) : null;
        StoredDigest = link.StoredDigest;
        UndoneBy = link.UndoneBy;
        CreatedAt = Instants.ToTicks(link.CreatedAt);
    }

    public DocumentLink ToRecord() => new()
    {
        RemoteOrganisationId = new(RemoteOrganisationId),
        InvoiceId = new(InvoiceId),
        RemoteDocumentId = new(RemoteDocumentId),
        Kind = Kind,
        Number = Number,
        ClientId = ClientId is null ? null : new ClientId(ClientId),
        Currency = new(Currency),
        Date = Amounts.ToDate(Date),
        Gross = Amounts.ToAmount(Gross),
        SentTotal = Amounts.ToAmountOrNull(SentTotal),
        RecordHash = RecordHash,
        RemoteUpdatedAt = Instants.FromTicks(RemoteUpdatedAt),
        IsVoided = IsVoided,
        AllocatedTo = AllocatedTo is null ? null : new InvoiceId(AllocatedTo),
        Standing = Standing is null ? null : JsonSerializer.Deserialize(Standing, StoreJson.Default.RemoteStanding),
        StoredDigest = StoredDigest,
        UndoneBy = UndoneBy,
        CreatedAt = Instants.FromTicks(CreatedAt),
    };
}
