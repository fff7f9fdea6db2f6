namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>What is suggested for a code of Kompass, and what never is.</summary>
public sealed class MappingSuggesterTests
{
    [Theory]
    [InlineData("200", "Other", "Suggested: 200 Sales (same code)")]
    [InlineData(" 200 ", "Training", "Suggested: 200 Sales (same code)")]
    [InlineData("dev", "Other", "Suggested: DEV Development (same code)")]
    [InlineData("4000", "sales", "Suggested: 200 Sales (same name)")]
    [InlineData("4000", "Sundries", "Nothing is suggested: several in Xero have the same name. Choose one.")]
    [InlineData("4000", "Sales of Old Products", null)]
    [InlineData("201", "Nothing like it", null)]
    [InlineData("", "", null)]
    public void Code_counts_before_name_and_nothing_that_is_archived(string code, string name, string? expected) =>
        Assert.Equal(expected, Suggest(new(code, name)));

    [Theory]
    [InlineData("T1", "Standard", 20, "Suggested: 20% (VAT on Income) (same rate)")]
    [InlineData("T5", "Reduced", 5.0, "Suggested: 5% (VAT on Income) (same rate)")]
    [InlineData("T0", "Zero", 0, "Nothing is suggested: several in Xero have the same rate. Choose one.")]
    [InlineData("T0", "No VAT", 0, "Suggested: No VAT (same name)")]
    [InlineData("OUTPUT2", "Zero", 0, "Suggested: 20% (VAT on Income) (same code)")]
    [InlineData("T9", "Old", 17.5, null)]
    [InlineData("T8", "Of purchases", 13.5, null)]
    public void Rate_counts_last_and_only_among_rates_of_sales(string code, string name, double percent, string? expected) =>
        Assert.Equal(expected, Suggest(new(code, name, (decimal)percent)));

    [Fact]
    public void Blank_codes_and_names_of_Xero_are_like_nothing() =>
        Assert.Null(new MappingSuggester([new("id", "", "", "")]).Suggest(new("", "")));

    private static string? Suggest(MappingSubject subject) => new MappingSuggester(
    [
        new("id-200", "200", "Sales", "200 Sales"),
        new("id-201", "201", "Sales of Old Products", "201 Sales of Old Products") { Unusable = "archived" },
        new("id-202", "202", "Sales", "202 Sales (archived)") { Unusable = "archived" },
        new("DEV", "DEV", "Development", "DEV Development"),
        new("id-1", "", "Sundries", "Sundries"),
        new("id-2", "270", "Sundries", "270 Sundries"),
        Rate("OUTPUT2", "20% (VAT on Income)", 20m),
        Rate("INPUT2", "20% (VAT on Expenses)", 20m) with { Unusable = "of purchases" },
        Rate("RROUTPUT", "5% (VAT on Income)", 5.000m),
        Rate("OUTPUT", "17.5% (VAT on Income)", 17.5m) with { Unusable = "archived" },
        Rate("OLDINPUT", "13.5%", 13.5m) with { Unusable = "of purchases" },
        Rate("ZERORATEDOUTPUT", "Zero Rated Income", 0m),
        Rate("NONE", "No VAT", 0m),
    ]).Suggest(subject)?.ToString();

    private static MappingChoice Rate(string type, string name, decimal percent) => new(type, type, name, name) { Percent = percent };
}
