using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kompass.Accounting.EntityFrameworkCore;

/// <summary>A row of one table. Columns are named after the members, in small letters with underscores.</summary>
internal interface IRow<TSelf>
    where TSelf : class, IRow<TSelf>
{
    static abstract string Table { get; }

    static abstract void Configure(EntityTypeBuilder<TSelf> row);
}
