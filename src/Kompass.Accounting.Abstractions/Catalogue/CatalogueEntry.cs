namespace Kompass.Accounting;

/// <summary>A department, service or nominal account of Kompass.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
public sealed record CatalogueEntry(string Code, string Name);
