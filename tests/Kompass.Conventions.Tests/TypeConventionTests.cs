using Microsoft.AspNetCore.Components;

namespace Kompass.Conventions.Tests;

/// <summary>How types are declared.</summary>
public sealed class TypeConventionTests
{
    [Fact]
    public void Classes_are_sealed_static_or_abstract() =>
        Findings.None(
            SourceAssemblies.Types
                .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract)
                .Where(type => !typeof(IComponent).IsAssignableFrom(type) && type.Name != "_Imports") // The Razor compiler writes the class, unsealed.
                .Select(type => type.FullName!),
            "A class is sealed, static or abstract.");

    [Fact]
    public void Interfaces_start_with_I() =>
        Findings.None(
            SourceAssemblies.Types
                .Where(type => type.IsInterface && !(type.Name.Length > 1 && type.Name[0] == 'I' && char.IsAsciiLetterUpper(type.Name[1])))
                .Select(type => type.FullName!),
            "The name of an interface starts with I.");

    [Fact]
    public void Fields_are_never_public_unless_constant_or_read_only_and_static() =>
        Findings.None(
            SourceAssemblies.Types.Where(type => !type.IsEnum)
                .SelectMany(type => type.GetFields(
                    System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance
                    | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly))
                .Where(field => !field.IsLiteral && !(field.IsStatic && field.IsInitOnly))
                .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}"),
            "State is reached through properties.");
}
