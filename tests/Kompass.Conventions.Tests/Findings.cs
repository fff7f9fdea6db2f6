namespace Kompass.Conventions.Tests;

internal static class Findings
{
    /// <summary>Fails with every finding, one to a line, under the rule that they break.</summary>
    public static void None(IEnumerable<string> findings, string rule)
    {
        var all = findings.ToList();
        Assert.True(all.Count == 0, $"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, all)}");
    }
}
