namespace Kompass.Accounting.EntityFrameworkCore.Tests;

public sealed class StoreNamesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a b", "")]
    [InlineData("a\"", "")]
    [InlineData(null, "a-b")]
    [InlineData(null, "ä")]
    [InlineData(null, "abcdefghijklmnopqrstu")]
    public void Constructor_with_a_name_that_would_need_quoting_is_refused(string? schema, string prefix)
    {
        Assert.Throws<ArgumentException>(() => new StoreNames(schema, prefix));
    }

    [Fact]
    public void Apply_writes_both_names()
    {
        Assert.Equal("CREATE TABLE \"s\".\"p_x\"", new StoreNames("s", "p_").Apply("CREATE TABLE \"{schema}\".\"{prefix}x\""));
    }
}
