using System.Xml.Linq;

namespace Kompass.Conventions.Tests;

/// <summary>What a project file says of its references.</summary>
internal sealed record ProjectFile(string Name, string Path, XDocument Xml)
{
    public IReadOnlyList<string> Projects =>
        [.. Includes("ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Packages => [.. Includes("PackageReference").Order(StringComparer.Ordinal)];

    public static ProjectFile Read(string path) => new(System.IO.Path.GetFileNameWithoutExtension(path), path, XDocument.Load(path));

    public override string ToString() => Name;

    private IEnumerable<string> Includes(string element) =>
        Xml.Descendants(element).Select(item => item.Attribute("Include")?.Value.Replace('\\', '/')).OfType<string>();
}
