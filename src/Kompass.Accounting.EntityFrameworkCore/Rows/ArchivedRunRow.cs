using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>A run that ended so long ago that nobody looks at it any more, unless somebody asks.</summary>
internal sealed class ArchivedRunRow : RunColumns, IRow<ArchivedRunRow>
{
    public static string Table => "archived_runs";

    public static ArchivedRunRow From(RunRow run)
    {
        var archived = new ArchivedRunRow { Sequence = run.Sequence };
        archived.Set(run.ToRecord());
        return archived;
    }

    public static void Configure(EntityTypeBuilder<ArchivedRunRow> row)
    {
        row.HasKey(run => run.Sequence);
        row.Property(run => run.Sequence).ValueGeneratedNever();
        row.HasIndex(run => new { run.ConfigurationId, run.StartedAt });
    }
}
