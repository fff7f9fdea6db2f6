namespace Kompass.Accounting.Matching.Tests;

public sealed class NormalizerTests
{
    private static NormalizedName Read(string name) => new NameNormalizer(new Vocabulary()).Read(name);

    [Theory]
    [InlineData("Crème Brûlée & Søn, Łódź", "creme brulee son lodz")]
    [InlineData("Straße Æble Œuvre Þór Đuro", "strasse aeble oeuvre thor duro")]
    [InlineData("The  O’Brien–Smith", "obrien smith")]
    [InlineData("I.B.M. (U.S.)", "ibm us")]
    [InlineData("Intl Mfg Bros", "international manufacturing brothers")]
    [InlineData("Ελλάς Ανώνυμη", "ellas anonymi")]
    [InlineData("Газпром нефть", "gazprom neft")]
    [InlineData("ＦＵＬＬ ｗｉｄｔｈ", "full width")]
    [InlineData("United Kingdom Coal", "uk coal")]
    public void Read_folds_to_comparable_words(string name, string expected)
    {
        Assert.Equal(expected, Read(name).Variants[0].Text);
    }

    [Theory]
    [InlineData("Acme Ltd", "acme", "limited")]
    [InlineData("Acme Pty. Ltd.", "acme", "limited")]
    [InlineData("Acme Co., Ltd.", "acme", "limited")]
    [InlineData("Acme GmbH & Co. KG", "acme", "gmbhcokg")]
    [InlineData("Acme S.à r.l.", "acme", "sarl")]
    [InlineData("SARL Acme", "acme", "sarl")]
    [InlineData("Acme A/S", "acme", "as")]
    [InlineData("Acme Ltd (Leeds)", "acme leeds", "limited")]
    [InlineData("Acme de México S.A. de C.V.", "acme de mexico", "srl")]
    [InlineData("Limited Edition Prints", "limited edition prints", "")]
    [InlineData("Health Spa", "health spa", "")]
    [InlineData("Ltd", "ltd", "")]
    [InlineData("Company Shop", "company shop", "")]
    [InlineData("Ag Supplies", "ag supplies", "")]
    public void Read_takes_legal_forms_out(string name, string words, string families)
    {
        var read = Read(name);

        Assert.Equal(words, read.Variants[0].Text);
        Assert.Equal(families, string.Join(' ', read.LegalForms.Select(f => f.Family)));
    }

    [Theory]
    [InlineData("Bexley Ltd t/a The Inn", "bexley|inn")]
    [InlineData("Bexley Ltd T.A. The Inn", "bexley|inn")]
    [InlineData("Bexley trading as Inn dba Pub", "bexley|inn|pub")]
    [InlineData("Ta Ltd", "ta")]
    [InlineData("Trading as Usual", "trading as usual")]
    [InlineData("Bexley t/a", "bexley ta")]
    public void Read_splits_trading_names(string name, string expected)
    {
        var variants = Read(name).Variants;

        Assert.Equal(expected, string.Join('|', variants.Take(Math.Max(1, variants.Length - 1)).Select(v => v.Text)));
    }

    [Theory]
    [InlineData("SMITH, John Paul", "john paul smith")]
    [InlineData("van Damme, Jan", "jan van damme")]
    [InlineData("Smith, Jones & Brown", null)]
    [InlineData("Acme, Inc.", null)]
    [InlineData("Unit 1, Leeds", null)]
    public void Read_swaps_surname_and_first_names(string name, string? expected)
    {
        Assert.Equal(expected, Read(name).Variants.Skip(1).FirstOrDefault()?.Text);
    }

    [Theory]
    [InlineData("Fund III", "3")]
    [InlineData("Fund I", "1")]
    [InlineData("V Festival", "")]
    [InlineData("Unit 007 Phase 2b", "2|7")]
    [InlineData("Second 21st Place", "2|21")]
    [InlineData("Twelve Trees", "12")]
    public void Read_finds_numbers(string name, string expected)
    {
        Assert.Equal(expected, string.Join('|', Read(name).Variants[0].Numbers));
    }

    [Fact]
    public void Read_name_without_letters_has_no_reading()
    {
        Assert.Empty(Read(" -- !? ").Variants);
    }
}
