using Kompass.Accounting.Matching;

namespace Kompass.Benchmarks.Tests;

public sealed class InputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kompass-benchmarks-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_columns_are_recognised_by_name()
    {
        var path = File("left.csv", "ID,Name,Post Code,street_number,address_1,VAT Number\n1,\"Selby, Ltd\",AB1 2CD,8,High St,GB123\n2,Acme,,,,\n");

        var records = RecordFile.Read(path, FieldColumns.All);

        Assert.Equal(new MatchRecord { Key = "1", Name = "Selby, Ltd", PostalCode = "AB1 2CD", AddressLine = "8 High St", TaxNumber = "GB123" }, records[0]);
        Assert.Equal(new MatchRecord { Key = "2", Name = "Acme" }, records[1]);
    }

    [Theory]
    [InlineData("soc_sec_id", null, "e@x.org")]
    [InlineData("tax_number", null, "e@x.org")]
    [InlineData("email", "123", null)]
    public void Without_leaves_a_column_out(string column, string? tax, string? email)
    {
        var path = File("left.csv", "id,name,soc_sec_id,email\n1,Acme,123,e@x.org\n");

        var record = Assert.Single(RecordFile.Read(path, FieldColumns.Without(column)));

        Assert.Equal((tax, email), (record.TaxNumber, record.EmailAddress));
    }

    [Fact]
    public void Separator_is_the_comma_whatever_names_hold() =>
        Assert.Equal("a;b;c|d", Assert.Single(RecordFile.Read(File("left.csv", "id,name\n1,a;b;c|d\n"), FieldColumns.All)).Name);

    [Theory]
    [InlineData("id;name;postcode\n1;Selby, Ltd;AB1 2CD\n")]
    [InlineData("id\tname\tpostcode\n1\tSelby, Ltd\tAB1 2CD\n")]
    [InlineData("id|name|postcode\n1|Selby, Ltd|AB1 2CD\n")]
    public void Separator_is_another_where_only_that_one_finds_the_columns(string text) =>
        Assert.Equal(new MatchRecord { Key = "1", Name = "Selby, Ltd", PostalCode = "AB1 2CD" }, Assert.Single(RecordFile.Read(File("left.csv", text), FieldColumns.All)));

    [Fact]
    public void Read_quote_within_a_cell_is_a_letter() =>
        Assert.Equal("6\" Pipes Ltd", Assert.Single(RecordFile.Read(File("left.csv", "id,name\n1,6\" Pipes Ltd\n"), FieldColumns.All)).Name);

    [Fact]
    public void Read_column_that_nobody_reads_may_stand_twice() =>
        Assert.Equal("Acme", Assert.Single(RecordFile.Read(File("left.csv", "id,name,notes,Notes,\n1,Acme,a,b,\n"), FieldColumns.All)).Name);

    [Fact]
    public void Read_folder_is_refused() => Refused(() => RecordFile.Read(_folder, FieldColumns.All), _folder, "is a folder", "Name a CSV file");

    [Fact]
    public void Lines_name_every_column_that_is_read()
    {
        var lines = FieldColumns.Lines.ToList();

        Assert.Equal(FieldColumns.Names, lines.Select(line => line.Split(',')[0]));
        Assert.Contains(lines, line => line.Contains("address_1", StringComparison.Ordinal));
        var readme = System.IO.File.ReadAllText(Path.Combine(RepositoryRoot.Path, "benchmarks", "README.md"));
        Assert.All(lines, line => Assert.Contains(line, readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("id,title\n1,a\n", "has no column 'name'")]
    [InlineData("id,name\n1,a\n1,b\n", "line 3: the id '1' occurs twice")]
    [InlineData("id,name\n ,a\n", "line 2: the id is blank")]
    [InlineData("id,name\n1,\"Acme\n2,Selby\n", "line 2: a quote is opened and not closed")]
    [InlineData("id,name\n1,\"Acme\n2,\"Selby\"\n", "line 2: a quote is opened and not closed")]
    [InlineData("id,name\n1,Acme\n2,\"Selby\" Ltd\n", "line 3: a quote is opened and not closed, or text follows")]
    [InlineData("id,name\n1,Acme\n2,Selby, Ltd\n", "line 3: the line has 3 cells, but the header has 2")]
    [InlineData("id,name,zip\n1,Acme\n", "line 2: the line has 2 cells, but the header has 3")]
    [InlineData("id,name,Name\n1,Acme,b\n", "line 1: the column 'name' stands twice")]
    [InlineData("id,name,e-mail,email\n1,Acme,b,c\n", "line 1: the column 'email' stands twice")]
    public void Read_bad_file_is_refused_in_one_line(string text, string expected)
    {
        var path = File("left.csv", text);

        Refused(() => RecordFile.Read(path, FieldColumns.All), path, expected);
    }

    [Fact]
    public void Find_says_where_a_file_is_not_utf8()
    {
        var path = File("left.csv", "");
        System.IO.File.WriteAllBytes(path, System.Text.Encoding.Latin1.GetBytes("id,name\n1,Caf\u00e9\n"));

        Assert.StartsWith($"{path} is not UTF-8 (line", Utf8.Find(path), StringComparison.Ordinal);
        Assert.Null(Utf8.Find(File("right.csv", "id,name\n1,Caf\u00e9\n")));
    }

    [Theory]
    [InlineData("left.csv")]
    [InlineData("right.csv")]
    public void Match_never_writes_over_what_it_reads(string output)
    {
        var (left, right) = (File("left.csv", "id,name\n1,Acme\n"), File("right.csv", "id,name\n1,Acme\n"));
        var arguments = Arguments.Parse(["--left", left, "--right", right, "--out", Path.Combine(_folder, ".", output)], MatchCommand.Options);

        Refused(() => MatchCommand.Run(arguments), "--out is", "which is read from");
        Assert.Equal("id,name\n1,Acme\n", System.IO.File.ReadAllText(Path.Combine(_folder, output)));
    }

    [Fact]
    public void ReadAll_set_without_its_truth_is_refused()
    {
        var set = Directory.CreateDirectory(Path.Combine(_folder, "set")).FullName;
        System.IO.File.WriteAllText(Path.Combine(set, "left.csv"), "id,name\n1,Acme\n");
        System.IO.File.WriteAllText(Path.Combine(set, "right.csv"), "id,name\n1,Acme\n");

        Refused(() => LabelledSet.ReadAll(_folder, FieldColumns.All), Path.Combine(set, "truth.csv"), "does not exist");
    }

    [Fact]
    public void Read_missing_file_is_refused() => Refused(() => RecordFile.Read("nowhere.csv", FieldColumns.All), "nowhere.csv does not exist");

    [Theory]
    [InlineData("left_id,right_id\nL1,R1\nL9,R1\n", "line 3: no record of the left list has the left_id 'L9'")]
    [InlineData("left_id,right_id\nL1,R9\n", "line 2: no record of the right list has the right_id 'R9'")]
    [InlineData("left_id,right_id\n", "holds no pair")]
    [InlineData("left,right\nL1,R1\n", "has no column 'left_id', 'right_id'")]
    public void Read_bad_truth_is_refused(string text, string expected)
    {
        var path = File("truth.csv", text);

        Refused(() => TruthFile.Read(path, [new() { Key = "L1", Name = "" }], [new() { Key = "R1", Name = "" }]), path, expected);
    }

    [Fact]
    public void Read_truth_marks_what_counts_one_to_one()
    {
        MatchRecord[] left = [new() { Key = "L1", Name = "" }, new() { Key = "L2", Name = "" }];
        var truth = TruthFile.Read(File("truth.csv", "left_id,right_id,one_to_one\nL1,R1,0\nL2,R1,1\n"), left, [new() { Key = "R1", Name = "" }]);

        Assert.Equal([new("L1", "R1", false), new("L2", "R1", true)], truth.Pairs);
        Assert.True(truth.HasOneToOne);
    }

    [Theory]
    [InlineData("none", MatchFields.None)]
    [InlineData("ALL", MatchFields.All)]
    [InlineData("email, postal_code", MatchFields.Email | MatchFields.PostalCode)]
    [InlineData("postcode,taxnumber", MatchFields.PostalCode | MatchFields.TaxNumber)]
    public void Fields_are_named_as_flags_or_columns(string value, MatchFields expected) => Assert.Equal(expected, Arguments.Parse(["--fields", value], "--fields").Fields());

    [Fact]
    public void Fields_unknown_one_is_refused() =>
        Refused(() => Arguments.Parse(["--fields", "email,shoe size"], "--fields").Fields(), "--fields does not know 'shoe size'", "email, phone");

    [Fact]
    public void Fields_number_is_no_field() => Refused(() => Arguments.Parse(["--fields", "3"], "--fields").Fields(), "does not know '3'");

    [Fact]
    public void Parse_unknown_option_is_refused() => Refused(() => Arguments.Parse(["--feilds", "none"], "--fields"), "'--feilds' is not an option");

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("many")]
    [InlineData("101")]
    [InlineData("99999999999")]
    public void Number_that_is_none_or_out_of_range_is_refused(string value) =>
        Refused(() => Arguments.Parse(["--top", value], "--top").Number("--top", 20, least: 1, most: 100), "--top needs a whole number of at least 1 and at most 100", $"'{value}'");

    [Fact]
    public void Bench_filter_that_matches_nothing_is_refused_with_the_names() =>
        Refused(() => BenchCommand.Run(["--filter", "nope"]), "No benchmark matches --filter nope", "RatioBenchmark", "NormalizerBenchmark", "ScorerBenchmark", "WholeJobBenchmark");

    [Theory]
    [InlineData("", "is a folder")]
    [InlineData("nowhere/P.csv", "there is no folder")]
    public void Match_output_without_a_place_is_refused_before_any_work(string output, string expected)
    {
        var arguments = Arguments.Parse(["--left", "L.csv", "--right", "R.csv", "--out", Path.Combine(_folder, output)], MatchCommand.Options);

        Refused(() => MatchCommand.Run(arguments), _folder, expected);
    }

    [Fact]
    public void Required_without_value_is_refused() => Refused(() => Arguments.Parse(["--left"], "--left").Required("--left"), "--left is missing");

    [Fact]
    public void Without_unknown_column_is_refused() => Refused(() => FieldColumns.Without("shoe size"), "--without does not know 'shoe size'");

    private static void Refused(Action read, params string[] parts)
    {
        var message = Assert.Throws<InputException>(read).Message;
        Assert.DoesNotContain('\n', message);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
