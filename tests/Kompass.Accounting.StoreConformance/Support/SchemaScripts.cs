namespace Kompass.Accounting.StoreConformance;

/// <summary>The published scripts of a store, which are internal to its package: version 1 first.</summary>
public static class SchemaScripts
{
    /// <param name="ofPackage">A public type of the store's package.</param>
    public static IReadOnlyList<string> Of(Type ofPackage)
    {
        ArgumentNullException.ThrowIfNull(ofPackage);
        var scripts = ofPackage.Assembly.GetTypes().Single(type => type.Name.EndsWith("Scripts", StringComparison.Ordinal));
        return (IReadOnlyList<string>)scripts.GetProperty("All")!.GetValue(null)!;
    }
}
