namespace Kompass.Accounting.Matching.Tests;

public sealed class FieldTests
{
    private static readonly MatchRecord Left = new() { Key = "1", Name = "Harrogate Glass Ltd" };
    private static readonly MatchRecord Right = new() { Key = "a", Name = "Harrogate Glass Works Ltd" };

    public static TheoryData<MatchRecord, MatchRecord> Agreeing => new()
    {
        { Left with { EmailAddress = "Info@HarrogateGlass.co.uk" }, Right with { EmailAddress = "info@harrogateglass.co.uk" } },
        { Left with { EmailAddress = "sales@harrogateglass.co.uk" }, Right with { EmailAddress = "info@mail.harrogateglass.co.uk" } },
        { Left with { EmailAddress = "glass@gmail.com" }, Right with { EmailAddress = "glass@gmail.com" } },
        { Left with { Phone = "01423 496 0123" }, Right with { Phone = "+44 (0)1423 4960123" } },
        { Left with { CompanyNumber = "SC012345" }, Right with { CompanyNumber = "sc 012345" } },
        { Left with { CompanyNumber = "00123456" }, Right with { CompanyNumber = "123456" } },
        { Left with { TaxNumber = "GB 123 4567 89" }, Right with { TaxNumber = "123456789" } },
        { Left with { AccountNumber = "HAR-001" }, Right with { AccountNumber = "har001" } },
        { Left with { Phone = "+44 (0)1423 496" }, Right with { Phone = "01423 496" } },
        { Left with { Phone = "+49 (0)89 12345" }, Right with { Phone = "089 12345" } },
        { Left with { Phone = "0049 89 12345" }, Right with { Phone = "089/12345" } },
        { Left with { Phone = "01423 496 0123 ext 12" }, Right with { Phone = "01423 4960123" } },
        { Left with { Phone = "01423 496 0123 x12" }, Right with { Phone = "01423 4960123 #7" } },
        { Left with { AddressLine = "Hauptstr. 7" }, Right with { AddressLine = "Hauptstraße 7" } },
        { Left with { AddressLine = "Kerkstraat 12" }, Right with { AddressLine = "Kerkstr. 12" } },
        { Left with { TaxNumber = "XI 123 4567 89" }, Right with { TaxNumber = "GB123456789" } },
        { Left with { TaxNumber = "VAT GB 123 4567 89" }, Right with { TaxNumber = "123456789" } },
        { Left with { PostalCode = "HG5" }, Right with { PostalCode = "HG5 1GW" } },
        { Left with { PostalCode = "60652" }, Right with { PostalCode = "60652-1234" } },
        { Left with { PostalCode = "hg5 1gw" }, Right with { PostalCode = "HG51GW" } },
        { Left with { AddressLine = "7500 S. Pulaski" }, Right with { AddressLine = "7500 S PULASKI RD" } },
        { Left with { AddressLine = "PO Box 12" }, Right with { AddressLine = "P.O. Box 12" } },
        { Left with { AddressLine = "12" }, Right with { AddressLine = "12" } },
    };

    public static TheoryData<MatchRecord, MatchRecord> Contradicting => new()
    {
        { Left with { EmailAddress = "info@harrogateglass.co.uk" }, Right with { EmailAddress = "info@other.co.uk" } },
        { Left with { Phone = "01423 496 0123" }, Right with { Phone = "01423 496 0999" } },
        { Left with { CompanyNumber = "123456" }, Right with { CompanyNumber = "654321" } },
        { Left with { TaxNumber = "123456789" }, Right with { TaxNumber = "987654321" } },
        { Left with { TaxNumber = "GB 123 4567 89" }, Right with { TaxNumber = "IE123456789" } },
        { Left with { PostalCode = "HG5 1GW" }, Right with { PostalCode = "LS1 4AB" } },
        { Left with { PostalCode = "HG5" }, Right with { PostalCode = "HG51 1GW" } },
        { Left with { PostalCode = "6065" }, Right with { PostalCode = "60652-1234" } },
        { Left with { AddressLine = "7500 Pulaski" }, Right with { AddressLine = "12 High Street, Selby" } },
    };

    public static TheoryData<MatchRecord, MatchRecord> Silent => new()
    {
        { Left with { EmailAddress = "one@gmail.com" }, Right with { EmailAddress = "two@gmail.com" } },
        { Left with { EmailAddress = "no address" }, Right with { EmailAddress = "no address" } },
        { Left with { Phone = "123" }, Right with { Phone = "123" } },
        { Left with { CompanyNumber = " " }, Right with { CompanyNumber = "" } },
        { Left with { AccountNumber = "A1" }, Right with { AccountNumber = "K-0001" } },
        { Left with { PostalCode = "HG5 1GW" }, Right },
    };

    [Fact]
    public void Match_part_of_a_postcode_says_less_than_all_of_it()
    {
        double Confidence(string left) => Given.Row(Left with { PostalCode = left }, Right with { PostalCode = "HG5 1GW" }).Candidates[0].Confidence;

        Assert.InRange(Confidence("HG5"), Plain, Confidence("HG5 1GW"));
        Assert.EndsWith("; same postal area", Given.Row(Left with { PostalCode = "HG5" }, Right with { PostalCode = "HG5 1GW" }).Candidates[0].Reason, StringComparison.Ordinal);
    }

    private static double Plain => Given.Row(Left, Right).Candidates[0].Confidence;

    [Theory]
    [MemberData(nameof(Agreeing))]
    public void Match_field_that_agrees_raises_the_confidence(MatchRecord left, MatchRecord right)
    {
        Assert.True(Given.Row(left, right).Candidates[0].Confidence > Plain);
    }

    [Theory]
    [MemberData(nameof(Contradicting))]
    public void Match_field_that_contradicts_lowers_the_confidence(MatchRecord left, MatchRecord right)
    {
        Assert.True(Given.Row(left, right).Candidates[0].Confidence < Plain);
    }

    [Theory]
    [MemberData(nameof(Silent))]
    public void Match_field_that_says_nothing_changes_nothing(MatchRecord left, MatchRecord right)
    {
        Assert.Equal(Plain, Given.Row(left, right).Candidates[0].Confidence, 12);
    }

    [Theory]
    [MemberData(nameof(Agreeing))]
    public void Match_field_that_is_not_used_changes_nothing(MatchRecord left, MatchRecord right)
    {
        var row = Given.Matcher.Match([left], [right], new MatchOptions { Fields = MatchFields.None }).Rows[0];

        Assert.Equal(Plain, row.Candidates[0].Confidence, 12);
    }

    [Fact]
    public void Match_same_name_of_which_everything_else_differs_is_not_high()
    {
        var left = Left with { EmailAddress = "a@harrogateglass.example", Phone = "01632960000", PostalCode = "LS1 1AA", AddressLine = "1 Boar Lane" };
        var right = left with { Key = "a", EmailAddress = "a@glassworks.example", Phone = "01632960999", PostalCode = "HG5 1GW", AddressLine = "7 Mill Street" };

        Assert.Equal(MatchBand.Medium, Given.Band(Given.Row(left, right)));
    }

    [Fact]
    public void Match_company_number_that_is_unique_lifts_a_longer_name_to_high()
    {
        Assert.Equal(MatchBand.High, Given.Row(Left with { CompanyNumber = "123456" }, Right with { CompanyNumber = "123456" }).Assigned!.Band);
    }

    [Fact]
    public void Match_same_name_with_another_company_number_is_not_high()
    {
        var row = Given.Row(Left with { CompanyNumber = "123456" }, Left with { CompanyNumber = "654321" });

        Assert.True(Given.Band(row) < MatchBand.High);
        Assert.Contains("different company number", row.Candidates[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Match_another_company_number_keeps_a_pair_out_of_high_whatever_else_agrees()
    {
        var left = Left with { CompanyNumber = "123456", EmailAddress = "a@harrogateglass.example", Phone = "01632960000", PostalCode = "LS1 1AA" };

        Assert.Equal(MatchBand.Medium, Given.Band(Given.Row(left, left with { CompanyNumber = "654321" })));
    }

    [Fact]
    public void Match_account_number_that_belongs_to_another_client_contradicts()
    {
        var client = new MatchRecord { Key = "a", Name = "Harrogate Glass Ltd", AccountNumber = "K-1" };
        var other = new MatchRecord { Key = "b", Name = "Selby Timber Ltd", AccountNumber = "K-2" };

        var row = Given.Row(Left with { AccountNumber = "K-2" }, client, other);

        Assert.Equal("a", row.Candidates[0].RightKey);
        Assert.True(row.Candidates[0].Band < MatchBand.High);
    }

    [Fact]
    public void Find_value_that_many_share_proves_less_than_one_that_is_unique()
    {
        // The index judges each pair alone, so that it is not the strangers' rivalry that shows.
        var strangers = Enumerable.Range(0, 9).Select(i => new MatchRecord { Key = $"x{i}", Name = $"Stranger{(char)('a' + i)}", Phone = "01423 496 0123" });
        var right = Right with { Phone = "01423 496 0123" };

        double Confidence(IEnumerable<MatchRecord> clients) => Given.Matcher.CreateIndex(clients)
            .Find(Left with { Phone = "01423 496 0123" }, MatchBand.None, 20).Single(c => c.RightKey == "a").Confidence;

        Assert.True(Confidence([right, .. strangers]) < Confidence([right]));
    }

    [Fact]
    public void Match_sister_company_at_the_same_address_is_not_high()
    {
        var left = new MatchRecord { Key = "1", Name = "Larkfield Joinery Ltd", EmailAddress = "a@larkfield.example", Phone = "01632960000", PostalCode = "LS1 1AA", AddressLine = "1 Mill Lane" };
        var right = left with { Key = "a", Name = "Larkfield Catering Ltd" };

        Assert.True(Given.Band(Given.Row(left, right)) < MatchBand.High);
    }

    [Fact]
    public void Match_fields_alone_find_a_candidate_whose_name_is_another()
    {
        var row = Given.Row(Left with { CompanyNumber = "123456" }, new MatchRecord { Key = "z", Name = "Quantock", CompanyNumber = "123456" });

        Assert.Equal("different names; same company number", row.Candidates.Single().Reason);
        Assert.True(row.Candidates[0].Band < MatchBand.High);
    }
}
