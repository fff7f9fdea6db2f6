using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Kompass.Conventions.Tests;

/// <summary>
/// The emulator shares no code with the client that it tests, so that a mistake cannot mirror itself.
/// It sees Kompass.Xero in one place: where the builder is pointed at it.
/// </summary>
public sealed class EmulatorIndependenceTests
{
    private const string Client = "Kompass.Xero";
    private const string Emulator = "Kompass.Xero.Emulator";

    [Fact]
    public void Client_types_are_used_in_the_builder_extensions_only()
    {
        var shared = ClientTypesInEmulator().Select(name => name.Split('`')[0]).ToList();
        var findings =
            from file in Repository.Under($"src/{Emulator}/", ".cs")
            where !file.Name.EndsWith("BuilderExtensions.cs", StringComparison.Ordinal)
            from type in shared
            where Regex.IsMatch(WithoutComments(file.Text), $@"\b{Regex.Escape(type)}\b")
            select $"{file.Path} uses {type}";
        Findings.None(findings, "The emulator uses types of the client only in *BuilderExtensions.cs.");
    }

    [Fact]
    public void Builder_extensions_are_one_file_at_most() =>
        Assert.InRange(Repository.Under($"src/{Emulator}/", ".cs").Count(file => file.Name.EndsWith("BuilderExtensions.cs", StringComparison.Ordinal)), 0, 1);

    [Fact]
    public void Client_types_that_the_emulator_sees_are_public_ones()
    {
        var exported = SourceAssemblies.Load(Client).GetExportedTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        Findings.None(
            ClientTypesInEmulator().Where(type => !exported.Contains(type)),
            "Wire types are internal to the client; the emulator has its own.");
    }

    private static List<string> ClientTypesInEmulator()
    {
        using var stream = File.OpenRead(SourceAssemblies.Load(Emulator).Location);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference
                    && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == Client)
                .Select(type => metadata.GetString(type.Name)),
        ];
    }

    private static string WithoutComments(string text) => Regex.Replace(text, @"//.*$", string.Empty, RegexOptions.Multiline);
}
