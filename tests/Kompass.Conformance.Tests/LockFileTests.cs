namespace Kompass.Conformance.Tests;

public sealed class LockFileTests
{
    [Fact]
    public void Lock_file_names_no_registry()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Conformance, "package-lock.json"));
        Assert.Contains("\"integrity\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("registry", text, StringComparison.OrdinalIgnoreCase);
    }
}
