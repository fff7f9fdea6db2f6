namespace Kompass.Xero.Emulator;

/// <summary>What a seed is made of.</summary>
/// <param name="Tables">The folder of its tables.</param>
/// <param name="WithOddities">Whether values stay in that no published enumeration knows.</param>
/// <param name="IsLarge">Whether contacts and documents are generated instead of read, and the organisation is one of its own.</param>
internal sealed record SeedRecipe(string Tables, bool WithOddities, bool IsLarge = false)
{
    public const string Empty = "empty";

    private static readonly Dictionary<string, SeedRecipe> Recipes = new(StringComparer.Ordinal)
    {
        [Empty] = new(Empty, WithOddities: true),
        ["demo"] = new("demo", WithOddities: true),
        ["demo-nz"] = new("demo-nz", WithOddities: true),
        ["lived-in"] = new("lived-in", WithOddities: true),
        ["lived-in-plain"] = new("lived-in", WithOddities: false),
        ["large"] = new("lived-in", WithOddities: false, IsLarge: true),
    };

    /// <summary>The seeds that a person may ask for, in quotes.</summary>
    public static string Names => string.Join(", ", Recipes.Keys.Where(name => name != Empty).Select(name => $"'{name}'"));

    public static SeedRecipe? Find(string seed) => Recipes.GetValueOrDefault(seed);
}
