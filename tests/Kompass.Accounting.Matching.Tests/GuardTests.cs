namespace Kompass.Accounting.Matching.Tests;

/// <summary>What no weight may overrule. The ceiling of a pair is looked at, not its band, so that learning anew cannot hide a broken rule.</summary>
public sealed class GuardTests
{
    private static readonly MatchRecord Contact = new() { Key = "1", Name = "Harrogate Glass Ltd" };
    private static readonly MatchRecord Client = new() { Key = "a", Name = "Harrogate Glass Ltd" };

    // Not public: the kinds of doubt are the matcher's own.
    public static TheoryData<string, string, string, string> Doubtful => new()
    {
        { nameof(Doubts.NumbersDiffer), "Riverside Unit 1 Ltd", "Riverside Unit 2 Ltd", nameof(MatchBand.Low) },
        { nameof(Doubts.NumbersDiffer), "Growth Fund III LP", "Growth Fund IV LP", nameof(MatchBand.Low) },
        { nameof(Doubts.NumbersDiffer), "Growth Fund XXIX LP", "Growth Fund XXX LP", nameof(MatchBand.Low) },
        { nameof(Doubts.NumbersDiffer), "First Harvest Bakery", "2nd Harvest Bakery", nameof(MatchBand.Low) },
        { nameof(Doubts.NumbersDiffer), "Penhallow Thirteen", "Penhallow Fourteen", nameof(MatchBand.Low) },
        { nameof(Doubts.NumbersDiffer), "Expo 2024", "Expo 2025", nameof(MatchBand.Low) },
        { nameof(Doubts.NumbersDiffer), "Expo 11", "Expo 1 1", nameof(MatchBand.Low) },
        { nameof(Doubts.NumbersDiffer), "Fund 2 of 1", "Fund 1 of 1", nameof(MatchBand.Low) },
        { nameof(Doubts.Opposites), "Aldersyke Joinery North Ltd", "Aldersyke Joinery South Ltd", nameof(MatchBand.Low) },
        { nameof(Doubts.Opposites), "Oakdene Nursing Home", "Oakdale Nursing Home", nameof(MatchBand.Low) },
        { nameof(Doubts.Opposites), "Riverside Lodge", "Riverview Lodge", nameof(MatchBand.Low) },
        { nameof(Doubts.Opposites), "Aldersyke North East", "Aldersyke North West", nameof(MatchBand.Low) },
        { nameof(Doubts.Opposites), "Lower Aldersyke Farm", "Upper Aldersyke Farm", nameof(MatchBand.Low) },
        { nameof(Doubts.Opposites), "Aldersyke Neue Apotheke", "Aldersyke Alte Apotheke", nameof(MatchBand.Low) },
        { nameof(Doubts.Opposites), "David Thistlewood Jr", "David Thistlewood Sr.", nameof(MatchBand.Low) },
        { nameof(Doubts.Opposites), "Paul Micklethwaite Plumbing", "Paula Micklethwaite Plumbing", nameof(MatchBand.Low) },
        { nameof(Doubts.NumberMissing), "Growth Fund LP", "Growth Fund II LP", nameof(MatchBand.Medium) },
        { nameof(Doubts.NumberMissing), "Riverside Ltd", "Riverside 7 Ltd", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordsLeftOver), "ABC Ltd", "ABC Services Ltd", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordsLeftOver), "Harrogate Glass Ltd", "Harrogate Glass (UK) Ltd", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordsLeftOver), "Harrogate Glass Leeds", "Harrogate Glass York", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordsDiffer), "J Micklethwaite", "John Micklethwaite", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordsDiffer), "Bob Micklethwaite", "Robert Micklethwaite", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordsDiffer), "Marson Interiors", "Carson Interiors", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordsDiffer), "Barton Homes", "Burton Homes", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordsDiffer), "Virgil Micklethwaite", "Virgila Micklethwaite", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordsDiffer), "Florian Micklethwaite", "Florina Micklethwaite", nameof(MatchBand.Medium) },
        { nameof(Doubts.WordOrder), "Martin James", "James Martin", nameof(MatchBand.Medium) },
        { nameof(Doubts.TradingNameOnly), "Bexley Taverns Ltd t/a The Cragside Inn", "The Cragside Inn", nameof(MatchBand.Medium) },
        { nameof(Doubts.TradingNameOnly), "Smith Ltd t/a Subway", "Jones Ltd t/a Subway", nameof(MatchBand.Medium) },
        { nameof(Doubts.TradingNamesDiffer), "Bexley Taverns t/a The Cragside Inn", "Bexley Taverns t/a Bramhope Arms", nameof(MatchBand.Medium) },
        { nameof(Doubts.Acronym), "Yorkshire Mills Conservation Trust", "YMCT", nameof(MatchBand.Medium) },
    };

    [Theory]
    [MemberData(nameof(Doubtful))]
    public void Score_doubt_is_raised_and_keeps_the_pair_under_its_ceiling(string doubt, string left, string right, string ceiling)
    {
        var straight = Bench.Of(left, right);
        var turned = Bench.Of(right, left);

        Assert.True(straight.Names.Doubts.HasFlag(Enum.Parse<Doubts>(doubt)), $"'{left}' / '{right}' has only the doubts {straight.Names.Doubts}");
        Assert.Equal(straight.Names.Doubts, turned.Names.Doubts);
        Assert.Equal((ceiling, ceiling), (straight.Ceiling.ToString(), turned.Ceiling.ToString()));
    }

    [Fact]
    public void Score_every_kind_of_doubt_has_a_pair_here()
    {
        Assert.Equal(Enum.GetNames<Doubts>().Except([nameof(Doubts.None)]).Order(), Doubtful.Select(row => (string)((object[])row)[0]).Distinct().Order());
    }

    [Theory]
    [InlineData("Harrogate Glass Ltd", "Harrogate Glass Ltd")]
    [InlineData("Harrogate Glass Ltd", "HARROGATE GLASS LIMITED")]
    [InlineData("Harrogate Glass Ltd", "Harrogate Glass")]
    [InlineData("Müller GmbH", "Mueller GmbH")]
    [InlineData("Unit 1 Ltd", "Unit One Limited")]
    [InlineData("Harrogate Refurbishment", "Harrogate Refurbishmant")]
    [InlineData("Data Base Systems", "Database Systems")]
    [InlineData("Aldersyke North East", "Aldersyke North-East")]
    [InlineData("David Thistlewood Jr.", "David Thistlewood Junior")]
    public void Score_pair_without_a_doubt_may_be_high(string left, string right)
    {
        Assert.Equal((Doubts.None, MatchBand.High), (Bench.Of(left, right).Names.Doubts, Bench.Of(left, right).Ceiling));
    }

    [Fact]
    public void Score_names_without_letters_are_never_high()
    {
        Assert.Equal(MatchBand.Medium, Bench.Of("!!!", "???").Ceiling);
    }

    [Theory]
    [InlineData("Tregarron Estates Ltd", "Tregarron Estates LLP")]
    [InlineData("Tregarron Estates GmbH", "Tregarron Estates B.V.")]
    [InlineData("Tregarron Estates S.A.", "Tregarron Estates S.L.")]
    public void Score_contradicting_legal_forms_are_never_high_by_name(string left, string right)
    {
        Assert.Equal(MatchBand.Medium, Bench.Of(left, right).Ceiling);
        Assert.Equal(MatchBand.High, Bench.Of(Contact with { Name = left, CompanyNumber = "123456" }, Client with { Name = right, CompanyNumber = "123456" }).Ceiling);
    }

    [Theory]
    [InlineData("654321")]
    [InlineData("123457")]
    [InlineData("1234567")]
    public void Score_contradicting_register_or_tax_number_is_never_high(string number)
    {
        var everything = Contact with { EmailAddress = "a@harrogateglass.example", Phone = "01632960000", PostalCode = "LS1 1AA", AddressLine = "1 Mill Lane" };

        Assert.Equal(MatchBand.Medium, Bench.Of(everything with { CompanyNumber = "123456" }, everything with { CompanyNumber = number }).Ceiling);
        Assert.Equal(MatchBand.Medium, Bench.Of(everything with { TaxNumber = "123456" }, everything with { TaxNumber = number }).Ceiling);
    }

    [Fact]
    public void Score_account_number_of_another_client_is_never_high()
    {
        var contact = Contact with { AccountNumber = "K-2" };
        var client = Client with { AccountNumber = "K-1" };

        Assert.Equal(MatchBand.Medium, Bench.Of(contact, client, new MatchRecord { Key = "b", Name = "Selby Timber", AccountNumber = "K-2" }).Ceiling);
        Assert.Equal(MatchBand.High, Bench.Of(contact, client).Ceiling);
    }

    [Fact]
    public void Score_proof_that_another_number_contradicts_is_never_high()
    {
        var contact = Contact with { CompanyNumber = "123456", TaxNumber = "111111" };

        Assert.Equal(MatchBand.Medium, Bench.Of(contact, Client with { CompanyNumber = "123456", TaxNumber = "222222" }).Ceiling);
    }

    [Fact]
    public void Score_unique_register_number_lifts_a_longer_name_but_not_another_name()
    {
        var contact = Contact with { CompanyNumber = "123456" };

        Assert.Equal(MatchBand.High, Bench.Of(contact, Client with { Name = "Harrogate Glass Works Ltd", CompanyNumber = "123456" }).Ceiling);
        Assert.Equal(MatchBand.Medium, Bench.Of(contact, Client with { Name = "Quantock Freight", CompanyNumber = "123456" }).Ceiling);
        Assert.Equal(MatchBand.Medium, Bench.Of(contact with { Name = "Harrogate Glass Unit 1" }, Client with { Name = "Harrogate Glass Unit 2", CompanyNumber = "123456" }).Ceiling);
    }

    [Fact]
    public void Score_register_number_that_two_share_lifts_nothing()
    {
        var contact = Contact with { CompanyNumber = "123456" };
        var longer = Client with { Name = "Harrogate Glass Works Ltd", CompanyNumber = "123456" };

        Assert.Equal(MatchBand.Medium, Bench.Of(contact, longer, longer with { Key = "b" }).Ceiling);
    }

    [Fact]
    public void Score_different_numbers_stay_low_whatever_the_fields_say()
    {
        var contact = Contact with { Name = "Riverside Unit 1 Ltd", EmailAddress = "a@riverside.example", Phone = "01632960000", PostalCode = "LS1 1AA", AddressLine = "1 Mill Lane" };
        var client = contact with { Key = "a", Name = "Riverside Unit 2 Ltd" };

        Assert.Equal(MatchBand.Low, Bench.Of(contact, client).Ceiling);
        Assert.Equal(MatchBand.Low, Bench.Of(contact with { CompanyNumber = "123456" }, client with { CompanyNumber = "654321" }).Ceiling);
        Assert.True(Given.Band(Given.Row(contact, client)) <= MatchBand.Low);
    }

    [Theory]
    [InlineData(0.90, 0.50, 0.15)]
    [InlineData(0.60, 0.30, 0.10)]
    [InlineData(1.00, 0.99, 0.98)]
    public void Limit_keeps_every_confidence_under_the_ceiling_and_in_order(double high, double medium, double low)
    {
        var options = new MatchOptions { High = high, Medium = medium, Low = low };

        foreach (var ceiling in Enum.GetValues<MatchBand>())
        {
            var limited = Enumerable.Range(0, 10_001).Select(i => Bands.Limit(i / 10_000.0, ceiling, options)).ToList();

            Assert.All(limited, confidence => Assert.True(options.BandOf(confidence) <= ceiling));
            Assert.All(limited.Zip(limited.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        }
    }

    [Theory]
    [InlineData("Acme Tooling Ltd", "Acme Tooling Ltd")]
    [InlineData("Acme Tooling Ltd", "ACME TOOLING LIMITED")]
    [InlineData("Acme Tooling Ltd", "Acme Tooling")]
    [InlineData("Acme Tooling Ltd", "The Acme Tooling L.T.D.")]
    [InlineData("AB Ltd", "AB Private Limited")]
    [InlineData("AB plc", "AB Public Limited Company")]
    [InlineData("Nordwind UG", "Nordwind Unternehmergesellschaft (haftungsbeschränkt)")]
    public void Match_equal_names_with_two_candidates_are_never_high(string name, string twin)
    {
        Assert.All(Given.Row(name, name, twin).Candidates, c => Assert.True(c.Band < MatchBand.High, $"{c}"));
        Assert.All(Given.Row(name, twin, twin).Candidates, c => Assert.True(c.Band < MatchBand.High, $"{c}"));
    }

    [Theory]
    [InlineData("Acme Tooling Ltd", "Acme Tooling Ltd")]
    [InlineData("Acme Tooling Ltd", "ACME TOOLING LIMITED")]
    [InlineData("Acme Tooling Ltd", "Acme Tooling")]
    public void Match_equal_names_of_two_contacts_are_never_high(string name, string twin)
    {
        var rows = Given.Matcher.Match(Given.Left(name, twin), Given.Right(name)).Rows;

        Assert.All(rows.SelectMany(row => row.Candidates), c => Assert.True(c.Band < MatchBand.High, $"{c}"));
    }

    [Fact]
    public void Find_keeps_to_the_ceilings_too()
    {
        var index = Given.Matcher.CreateIndex(Given.Right("ABC Services Ltd", "Riverside Unit 1 Ltd"));

        Assert.Empty(index.Find(new() { Key = "q", Name = "ABC Ltd" }, MatchBand.High));
        Assert.Empty(index.Find(new() { Key = "q", Name = "Riverside Unit 2 Ltd" }, MatchBand.Medium));
    }
}
