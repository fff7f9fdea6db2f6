namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>What a person may type for a record of Xero.</summary>
public sealed class MappingChoicesTests
{
    private readonly MappingChoices _choices = new(
    [
        new("id-200", "200", "Sales", "200 Sales"),
        new("id-201", "201", "Sales", "201 Sales") { Unusable = "archived" },
        new("id-210", "210", "Exempt Training - London", "210 Exempt Training - London"),
        new("id-wip", "WIP-1", "Work in progress", "WIP-1 Work in progress"),
        new("id-none", "", "Business Savings", "Business Savings"),
        new("id-a", "", "Twice", "Twice"),
        new("id-b", "", "Twice", "Twice"),
        new("OUTPUT2", "OUTPUT2", "20% (VAT on Income)", "20% (VAT on Income) (20%, OUTPUT2)"),
    ]);

    [Theory]
    [InlineData("200 Sales", "id-200")]
    [InlineData("  200   sales ", "id-200")]
    [InlineData("200", "id-200")]
    [InlineData("200 - Sales", "id-200")]
    [InlineData("200: Sales", "id-200")]
    [InlineData("200 sal", "id-200")]
    [InlineData("Sales", "id-200")]
    [InlineData("id-200", "id-200")]
    [InlineData("201 Sales (archived)", "id-201")]
    [InlineData("id-201", "id-201")]
    [InlineData("210 London", "id-210")]
    [InlineData("wip-1", "id-wip")]
    [InlineData("WIP-1 Work", "id-wip")]
    [InlineData("business savings", "id-none")]
    [InlineData("output2", "OUTPUT2")]
    [InlineData("20% (VAT on Income)", "OUTPUT2")]
    [InlineData("201", null)]
    [InlineData("200 Rent", null)]
    [InlineData("20", null)]
    [InlineData("Twice", null)]
    [InlineData("id-a", "id-a")]
    [InlineData("", null)]
    [InlineData(" - ", null)]
    public void Resolve_takes_code_name_or_both_and_never_guesses(string typed, string? key) => Assert.Equal(key, _choices.Resolve(typed)?.Key);

    [Fact]
    public void Resolve_of_what_is_shown_is_what_was_shown() =>
        Assert.All(_choices.Usable.Where(_choices.IsPlain), choice => Assert.Same(choice, _choices.Resolve(choice.Text)));

    [Fact]
    public void Choices_of_one_text_are_told_apart_by_their_key() =>
        Assert.Equal(["id-a", "id-b"], _choices.Usable.Where(choice => !_choices.IsPlain(choice)).Select(choice => choice.Key));
}
