using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>
/// The model of the stores. Each call of a port has an instance to itself. Its rows are internal; hosts read and write through
/// the ports. The tables are made by <see cref="StoreDatabase"/>, never by migrations. Not thread-safe.
/// </summary>
public sealed class AccountingDbContext : DbContext
{
    /// <summary>Creates the context.</summary>
    /// <param name="options">Options that <see cref="StoreDatabase.Configure"/> has completed, with the names of the tables.</param>
    public AccountingDbContext(DbContextOptions<AccountingDbContext> options)
        : base(options) => Names = options.GetExtension<StoreNamesExtension>().Names;

    /// <summary>The schema and the prefix of the tables: two contexts with equal names share one model.</summary>
    internal StoreNames Names { get; }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        Add<ArchivedOperationRow>(modelBuilder);
        Add<ArchivedRunRow>(modelBuilder);
        Add<AuditRow>(modelBuilder);
        Add<CodeMappingRow>(modelBuilder);
        Add<ConfigurationOrganisationRow>(modelBuilder);
        Add<ConfigurationRow>(modelBuilder);
        Add<ContactDecisionRow>(modelBuilder);
        Add<ContactLinkRow>(modelBuilder);
        Add<CredentialLeaseRow>(modelBuilder);
        Add<CredentialRow>(modelBuilder);
        Add<CursorRow>(modelBuilder);
        Add<DocumentLinkRow>(modelBuilder);
        Add<HoldRow>(modelBuilder);
        Add<ImportRow>(modelBuilder);
        Add<InboxRow>(modelBuilder);
        Add<LeaseRow>(modelBuilder);
        Add<MirrorContactRow>(modelBuilder);
        Add<MirrorWatermarkRow>(modelBuilder);
        Add<OperationRow>(modelBuilder);
        Add<ReconciliationReportRow>(modelBuilder);
        Add<RevisionRow>(modelBuilder);
        Add<RunRow>(modelBuilder);
        Add<SkipRow>(modelBuilder);
    }

    private static string ToColumn(string member)
    {
        var column = new StringBuilder(member.Length + 8);
        foreach (var letter in member)
        {
            if (char.IsAsciiLetterUpper(letter) && column.Length > 0)
            {
                column.Append('_');
            }

            column.Append(char.ToLowerInvariant(letter));
        }

        return column.ToString();
    }

    private void Add<TRow>(ModelBuilder modelBuilder)
        where TRow : class, IRow<TRow>
    {
        var row = modelBuilder.Entity<TRow>();
        row.ToTable(Names.TablePrefix + TRow.Table, Names.Schema);
        TRow.Configure(row);
        foreach (var property in row.Metadata.GetProperties())
        {
            property.SetColumnName(ToColumn(property.Name));
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
            {
                property.SetProviderClrType(typeof(string));
            }
        }
    }
}
