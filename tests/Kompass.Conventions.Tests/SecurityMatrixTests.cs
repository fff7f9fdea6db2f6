using System.Text.RegularExpressions;

namespace Kompass.Conventions.Tests;

/// <summary>Each row of the security matrix is shown to hold by a test that names it: trait <c>Security</c>.</summary>
public sealed partial class SecurityMatrixTests
{
    private static readonly string[] Rows =
    [
        "authorisation code", "redirect uri", "open redirect", "scopes", "secrets", "webhook signature", "csrf", "authorisation", "headers",
        "csv injection", "ssrf", "download links", "limits",
    ];

    [Fact]
    public void Rows_are_each_cited_by_a_test()
    {
        Assert.Equal(13, Rows.Length);
        Assert.Empty(Rows.Except(Cited()));
    }

    [Fact]
    public void Citations_are_of_rows_that_exist() => Assert.Empty(Cited().Except(Rows));

    [Fact]
    [Trait("Security", "limits")]
    public void Regular_expressions_of_src_never_backtrack()
    {
        var findings = Repository.Under("src/", ".cs", ".razor")
            .SelectMany(file => file.Lines.Where(line => Expression().IsMatch(line.Line) && !line.Line.Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal))
                .Select(line => $"{file}:{line.Number}"));
        Findings.None(findings, "A regular expression is made with RegexOptions.NonBacktracking, so that no text makes it hang.");
    }

    private static HashSet<string> Cited() =>
    [
        .. Repository.Under("tests/", ".cs")
            .SelectMany(file => Citation().Matches(file.Text).Select(match => match.Groups[1].Value)),
    ];

    [GeneratedRegex("""\[Trait\("Security", "([^"]+)"\)\]""")]
    private static partial Regex Citation();

    [GeneratedRegex("""\[GeneratedRegex\(|new Regex\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches)\(""")]
    private static partial Regex Expression();
}
