using System.Text.RegularExpressions;

namespace Kompass.Conformance.Tests;

/// <summary>xero-node, Xero's official JavaScript client, as a client of the emulator: one test for each of its checks.</summary>
public sealed partial class OfficialClientTests(CheckedFiles files) : IClassFixture<CheckedFiles>
{
    public static TheoryData<string, string> Checks
    {
        get
        {
            var checks = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Path.Combine(Repository.Conformance, "test"), "*.test.mjs").Order(StringComparer.Ordinal))
            {
                foreach (Match check in Declaration().Matches(File.ReadAllText(file)))
                {
                    checks.Add(Path.GetFileName(file), check.Groups[1].Value);
                }
            }

            return checks;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Checks))]
    public async Task Client_agrees(string file, string check)
    {
        Node.Require();
        var results = await files.RunAsync(file);
        Assert.True(results.Passed.Contains(check), $"'{check}' did not pass:\n{results.Output}");
    }

    [GeneratedRegex(@"^test\('([^']+)'", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
