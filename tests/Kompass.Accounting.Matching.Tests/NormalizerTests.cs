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
    [InlineData("Acme Limitd", "acme", "limited")]
    [InlineData("Acme Limted", "acme", "limited")]
    [InlineData("Acme Brygge DA", "acme brygge", "nordicgp")]
    [InlineData("Pastelaria da Acme", "pastelaria da acme", "")]
    [InlineData("Acme NUF", "acme", "nuf")]
    [InlineData("Acme e.Kfm.", "acme", "ek")]
    [InlineData("Acme e. Kfr.", "acme", "ek")]
    [InlineData("Acme e.K.", "acme", "ek")]
    [InlineData("Acme PartG", "acme", "partg")]
    [InlineData("Acme PartG mbB", "acme", "partg")]
    [InlineData("Acme PartGmbB", "acme", "partg")]
    [InlineData("Acme & Partner mbB", "acme partner", "partg")]
    [InlineData("Acme KGaA", "acme", "ag")]
    [InlineData("Acme S.C.A.", "acme", "sca")]
    [InlineData("Acme Groupement d'Intérêt Économique", "acme", "gie")]
    [InlineData("GIE Acme", "acme", "gie")]
    [InlineData("Acme SNC", "acme", "snc")]
    [InlineData("Acme, PBC", "acme", "pbc")]
    [InlineData("Acme Public Benefit Corporation", "acme", "pbc")]
    [InlineData("Acme PLLC", "acme", "pllc")]
    [InlineData("Acme Professional Limited Liability Company", "acme", "pllc")]
    [InlineData("Oy Acme Ab", "acme", "ab oy")]
    [InlineData("Acme Oyj", "acme", "oy")]
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
    [InlineData("Bexley Ltd T/AS The Inn", "bexley|inn")]
    [InlineData("Bexley Ltd T / A: The Inn", "bexley|inn")]
    [InlineData("Bexley Ltd TA The Inn", "bexley|inn")]
    [InlineData("Bexley Ltd trades as The Inn", "bexley|inn")]
    [InlineData("Bexley trading under the name The Inn", "bexley|inn")]
    [InlineData("Vitamin T as usual", "vitamin t as usual")]
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
    [InlineData("St Mary's School", "saint marys school")]
    [InlineData("Church of St. John", "church of saint john")]
    [InlineData("12 Larch St", "12 larch street")]
    [InlineData("High St Garage", "high street garage")]
    [InlineData("5th St Deli", "5th street deli")]
    [InlineData("Saint Oswin Street", "saint oswin street")]
    [InlineData("Larch St Dental", "larch st dental")]
    public void Read_st_is_a_saint_or_a_street_by_its_place(string name, string expected)
    {
        Assert.Equal(expected, Read(name).Variants[0].Text);
    }

    [Fact]
    public void BitOf_every_family_has_a_bit_of_its_own()
    {
        Assert.InRange(LegalForms.FamilyCount, 50, 64);
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
