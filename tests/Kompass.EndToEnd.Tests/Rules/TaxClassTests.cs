using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>A rate of purchases is not one of sales, though both are 20 %.</summary>
public sealed class TaxClassTests
{
    [Fact]
    public void Tax_rate_that_does_not_apply_to_revenue_is_refused_when_it_is_mapped()
    {
        using var rig = new Rig();

        var refused = Assert.Throws<ConfigurationException>(() =>
            rig.SaveMappings(MappingKind.TaxRate, [new(MappingKind.TaxRate, "S20", "INPUT2"), new(MappingKind.TaxRate, "Z0", "ZERORATEDOUTPUT")]));

        var problem = Assert.Single(refused.Problems);
        Assert.Contains("'S20'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("does not apply to revenue", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Choose a tax rate of sales", problem.Message, StringComparison.Ordinal);
    }
}
