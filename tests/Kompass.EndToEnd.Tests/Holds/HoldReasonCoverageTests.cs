using System.Reflection;
using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

public sealed class HoldReasonCoverageTests
{
    [Fact]
    public void Hold_reasons_are_each_produced_by_a_test()
    {
        var produced = typeof(HoldReasonCoverageTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null })
            .SelectMany(method => method.GetCustomAttributes<ProducesAttribute>())
            .Select(attribute => attribute.Reason)
            .ToHashSet();

        Assert.Empty(Enum.GetValues<HoldReason>().Except(produced));
    }
}
