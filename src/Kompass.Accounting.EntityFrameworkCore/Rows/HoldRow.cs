using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class HoldRow : IRow<HoldRow>
{
    public static string Table => "holds";

    public string RemoteOrganisationId { get; set; } = string.Empty;

    public RecordKind RecordKind { get; set; }

    public string RecordId { get; set; } = string.Empty;

    public HoldReason Reason { get; set; }

    public string Detail { get; set; } = string.Empty;

    public string Remedy { get; set; } = string.Empty;

    public string Title { get; set; } = string.Empty;

    public string? Amount { get; set; }

    public long Since { get; set; }

    public static void Configure(EntityTypeBuilder<HoldRow> row) =>
        row.HasKey(hold => new { hold.RemoteOrganisationId, hold.RecordKind, hold.RecordId });

    public void Set(Hold hold)
    {
        Reason = hold.Reason;
        Detail = hold.Detail;
        Remedy = hold.Remedy;
        Title = hold.Title;
        Amount = Amounts.ToText(hold.Amount);
        Since = Instants.ToTicks(hold.Since);
    }

    public Hold ToRecord() => new()
    {
        Record = new(RecordKind, RecordId),
        Reason = Reason,
        Detail = Detail,
        Remedy = Remedy,
        Title = Title,
        Amount = Amounts.ToAmountOrNull(Amount),
        Since = Instants.FromTicks(Since),
    };
}
