using Kompass.Accounting.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Kompass.Accounting.StoreConformance;

/// <summary>Holds the model of EF Core against the tables as the scripts make them.</summary>
public abstract class ModelTests(Func<Task<StoreFixture>> create) : StoreTests(create)
{
    [SkippableFact]
    public async Task Model_tables_and_columns_are_those_of_the_database()
    {
        await Host.Configurations.ListAsync(None);
        var model = Model().Tables
            .SelectMany(table => table.Columns.Select(column => Column(table, column)))
            .Order(StringComparer.Ordinal);

        var actual = (await Fixture.ColumnsAsync()).Where(column => !column.StartsWith("schema_versions.", StringComparison.Ordinal));

        Assert.Equal(model, actual.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Model_keys_and_indexes_are_those_of_the_database()
    {
        await Host.Configurations.ListAsync(None);
        var keys = Model().Tables.Select(table => $"{table.Name}({string.Join(',', table.PrimaryKey!.Columns.Select(column => column.Name))}) primary");
        var indexes = Model().Tables.SelectMany(table => table.Indexes.Select(index =>
            $"{table.Name}({string.Join(',', index.Columns.Select(column => column.Name))})"
            + (index.IsUnique ? " unique" : string.Empty)
            + (index.Filter is null ? string.Empty : " filtered")));

        var actual = (await Fixture.IndexesAsync()).Where(index => !index.StartsWith("schema_versions(", StringComparison.Ordinal));

        Assert.Equal(keys.Concat(indexes).Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    private string Column(ITable table, IColumn column) =>
        $"{table.Name}.{column.Name} {column.StoreType.ToUpperInvariant()}{(column.IsNullable ? string.Empty : " NOT NULL")}";

    private IRelationalModel Model()
    {
        using var context = Host.Services.GetRequiredService<IDbContextFactory<AccountingDbContext>>().CreateDbContext();
        return context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
    }
}
