namespace Kompass.Accounting.Abstractions.Tests;

public sealed class IdCoverageTests
{
    [Fact]
    public void Every_id_of_the_assembly_is_held_by_a_suite()
    {
        var parsable = typeof(ClientId).Assembly.GetExportedTypes()
            .Where(type => type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>)))
            .Where(type => type != typeof(CurrencyCode));
        var held = typeof(IdCoverageTests).Assembly.GetExportedTypes()
            .Where(type => type.BaseType is { IsGenericType: true })
            .Select(type => type.BaseType!.GetGenericArguments()[0]);
        Assert.Equal(parsable.Select(type => type.Name).Order(StringComparer.Ordinal), held.Select(type => type.Name).Order(StringComparer.Ordinal));
    }
}
