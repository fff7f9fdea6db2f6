using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

internal sealed class RunRow : RunColumns, IRow<RunRow>
{
    public static string Table => "runs";

    public static void Configure(EntityTypeBuilder<RunRow> row)
    {
        row.HasKey(run => run.Sequence);
        row.HasIndex(run => run.Id).IsUnique();
        row.HasIndex(run => new { run.ConfigurationId, run.StartedAt });
        row.HasIndex(run => new { run.RemoteOrganisationId, run.StartedAt });
    }
}
