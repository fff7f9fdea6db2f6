namespace Kompass.Packages.Tests;

/// <summary>The tests that share one packing.</summary>
[CollectionDefinition(Name)]
public sealed class PackedGroup : ICollectionFixture<PackedRepository>
{
    /// <summary>The name of the group.</summary>
    public const string Name = "packed";
}
