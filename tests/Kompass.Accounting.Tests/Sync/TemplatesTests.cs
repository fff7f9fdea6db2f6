namespace Kompass.Accounting.Tests;

public sealed class TemplatesTests
{
    private static readonly Invoice Invoice = Build.Invoice("7", "C1") with { Reference = "INV-7", OrderReference = "PO-3" };

    [Theory]
    [InlineData("{reference}", "INV-7")]
    [InlineData("{organisation}-{reference}", "KO1-INV-7")]
    [InlineData("{order} / {id}", "PO-3 / 7")]
    [InlineData(" {order} ", "PO-3")]
    [InlineData("fixed", "fixed")]
    [InlineData("", "")]
    public void Fill_replaces_each_placeholder(string template, string expected) => Assert.Equal(expected, Templates.Fill(template, Invoice));

    [Fact]
    public void Fill_without_an_order_number_leaves_nothing_in_its_place() =>
        Assert.Equal("/ 7", Templates.Fill("{order} / {id}", Invoice with { OrderReference = null }));
}
