namespace Kompass.Conventions.Tests;

/// <summary>A second ledger is a second adapter: nothing in Kompass.Accounting* may name the first one.</summary>
public sealed class NeutralityTests
{
    private const string Adapter = "xero";

    // File and the very line in which the product (not the ledger) is named.
    private static readonly HashSet<(string Path, string Line)> Exempt = [];

    [Fact]
    public void Accounting_sources_never_name_the_ledger()
    {
        var findings = Repository.Under("src/Kompass.Accounting")
            .Where(file => file.Name != "packages.lock.json")
            .SelectMany(file => file.Lines.Select(line => (file.Path, line.Number, Line: line.Line.Trim())))
            .Where(line => line.Line.Contains(Adapter, StringComparison.OrdinalIgnoreCase) && !Exempt.Contains((line.Path, line.Line)))
            .Select(line => $"{line.Path}:{line.Number}: {line.Line}");
        Findings.None(findings, "Kompass.Accounting* serves any ledger: say 'the ledger', or move the code to the adapter.");
    }

    [Fact]
    public void Accounting_paths_never_name_the_ledger() =>
        Findings.None(
            Repository.Under("src/Kompass.Accounting").Select(file => file.Path).Where(path => path.Contains(Adapter, StringComparison.OrdinalIgnoreCase)),
            "Kompass.Accounting* serves any ledger: rename the file.");

    [Fact]
    public void Accounting_types_lie_in_neutral_namespaces() =>
        Findings.None(
            SourceAssemblies.Types.Where(type => SourceAssemblies.Neutral.Contains(type.Assembly))
                .Where(type => type.Namespace is not { } name
                    || (!name.StartsWith("Kompass.Accounting", StringComparison.Ordinal) && name != "Microsoft.Extensions.DependencyInjection"))
                .Select(type => type.FullName!),
            "Types of Kompass.Accounting* lie in its own namespaces; extension methods of the builder in Microsoft.Extensions.DependencyInjection.");
}
