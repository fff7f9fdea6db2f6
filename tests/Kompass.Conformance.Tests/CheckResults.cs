using System.Text.RegularExpressions;

namespace Kompass.Conformance.Tests;

/// <summary>What Node's test runner said of the checks of one file, in the Test Anything Protocol.</summary>
internal sealed partial record CheckResults(IReadOnlySet<string> Passed, string Output)
{
    public static CheckResults Read(string output) =>
        new(Passes().Matches(output).Select(match => Regex.Unescape(match.Groups[1].Value)).ToHashSet(StringComparer.Ordinal), output);

    /// <summary>A skipped check is marked "ok" with a directive after its name: it has not passed.</summary>
    [GeneratedRegex(@"^\s*ok \d+ - (.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Passes();
}
