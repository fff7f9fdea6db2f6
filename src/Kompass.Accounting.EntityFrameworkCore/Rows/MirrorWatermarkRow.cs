using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class MirrorWatermarkRow : IRow<MirrorWatermarkRow>
{
    public static string Table => "mirror_watermarks";

    public required string RemoteOrganisationId { get; set; }

    public required long Watermark { get; set; }

    public static void Configure(EntityTypeBuilder<MirrorWatermarkRow> row) => row.HasKey(mirror => mirror.RemoteOrganisationId);
}
