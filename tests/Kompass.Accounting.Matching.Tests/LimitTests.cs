namespace Kompass.Accounting.Matching.Tests;

/// <summary>What a name may cost, counted in words, grams and letters: no clock is needed to see that work is bounded and linear.</summary>
[Trait("Security", "limits")]
public sealed class LimitTests
{
    // A word that is reached at the limit may bring its glued legal form and an "and".
    private const int MostWords = 48 + 2;
    private const int MostLettersOfAWord = 64;

    public static TheoryData<string> Awkward => new()
    {
        new string('a', 100_000),
        string.Concat(Enumerable.Repeat("a ", 50_000)),
        string.Concat(Enumerable.Repeat("a.", 50_000)),
        string.Concat(Enumerable.Repeat("ab ", 30_000)),
        string.Concat(Enumerable.Repeat("&", 90_000)),
        string.Concat(Enumerable.Repeat("&x", 90_000)),
        string.Concat(Enumerable.Repeat("xxxPLC ", 9_000)),
        string.Concat(Enumerable.Repeat("xxxPLC& ", 9_000)),
        string.Concat(Enumerable.Repeat("Smith, John ", 9_000)),
        string.Concat(Enumerable.Repeat("Acme dba ", 9_000)),
        string.Concat(Enumerable.Repeat("A t/a ", 9_000)),
        string.Concat(Enumerable.Repeat("Ltd ", 9_000)),
        string.Concat(Enumerable.Repeat("United Kingdom ", 9_000)),
        string.Concat(Enumerable.Repeat("\uFDFA", 9_000)),
        string.Concat(Enumerable.Repeat("щ", 9_000)),
        string.Concat(Enumerable.Repeat("𝔄𝔠𝔪𝔢 ", 9_000)),
        string.Concat(Enumerable.Repeat("1 ", 9_000)),
        string.Concat(Enumerable.Range(0, 9_000).Select(i => $"{i} ")),
        string.Concat(Enumerable.Range(0, 9_000).Select(i => $"{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))} ")),
        new string('x', 63) + " " + new string('y', 64) + " " + new string('z', 65) + " " + string.Concat(Enumerable.Repeat(new string('w', 900) + " ", 9)),
    };

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Read_longest_names_stay_within_the_limits(string text)
    {
        var name = Read(text);

        Assert.All(name.Variants, variant => Assert.InRange(variant.Tokens.Length, 1, MostWords));
        Assert.True(name.Variants.Sum(variant => variant.Tokens.Length) <= 3 * MostWords);
        Assert.All(name.Words, word => Assert.InRange(word.Length, 1, MostLettersOfAWord));
        Assert.InRange(name.Grams.Length, 1, 1100);
        Assert.InRange(name.Original.Length, 0, TextFolding.MaximumLength);
        Assert.InRange(name.Codes.Length, 0, TextFolding.MaximumLength + 20);
    }

    [Theory]
    [MemberData(nameof(Awkward))]
    public void Read_what_follows_1024_characters_changes_nothing(string text)
    {
        var (whole, cut) = (Read(text), Read(text[..Math.Min(text.Length, 1024)]));

        Assert.Equal(cut.Variants.Select(v => v.Text), whole.Variants.Select(v => v.Text));
        Assert.Equal(cut.Grams, whole.Grams);
        Assert.Equal(cut.Codes, whole.Codes);
        Assert.Equal(cut.LegalForms, whole.LegalForms);
    }

    [Fact]
    public void Read_work_grows_at_most_linearly_with_the_length_of_a_name()
    {
        string[] words = ["Acme", "Larkfield", "Joinery", "Services", "Ltd", "GmbH", "&", "t/a", "Smith,", "J", "1", "III", "Müller", "United", "Kingdom", "xyzzyplugh", "щука"];
        var random = new Random(5);
        for (var i = 0; i < 1000; i++)
        {
            var name = string.Join(' ', Enumerable.Range(0, 1 + random.Next(60)).Select(_ => words[random.Next(words.Length)]));

            // At most one reading is added, of all names together, when a second name is marked.
            Assert.True(Steps(name + " " + name) <= (4 * Steps(name)) + 8, name);
            Assert.True(Steps(name) <= 6 * name.Length, name);
        }
    }

    [Fact]
    public void Read_without_second_names_doubling_a_name_at_most_doubles_its_work()
    {
        var random = new Random(6);
        for (var i = 0; i < 1000; i++)
        {
            var name = string.Join(' ', Enumerable.Range(0, 1 + random.Next(100)).Select(_ => string.Concat(Enumerable.Range(0, 1 + random.Next(12)).Select(_ => (char)('b' + random.Next(24))))));

            Assert.True(Steps(name + " " + name) <= (2 * Steps(name)) + 4, name);
        }
    }

    // One for every word of every reading, every letter of it, every gram and every letter as it was written.
    private static int Steps(string text)
    {
        var name = Read(text);
        return name.Variants.Sum(v => v.Tokens.Length + v.Codes.Length) + name.Grams.Length + name.Codes.Length;
    }

    private static NormalizedName Read(string text) => new NameNormalizer(new Vocabulary()).Read(text);
}
