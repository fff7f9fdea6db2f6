using System.Globalization;

namespace Kompass.Accounting.Matching.Tests;

public sealed class WeightsTests
{
    private static readonly (string Name, string Value)[] Lines = [.. Read()];

    [Fact]
    public void File_has_one_line_per_feature_and_no_other()
    {
        Assert.Equal(Enum.GetNames<Feature>(), Lines.Select(line => line.Name));
    }

    [Fact]
    public void File_values_have_at_most_five_digits_and_are_finite()
    {
        Assert.All(Lines, line => Assert.Matches(@"^-?(0|[1-9][0-9]{0,1})(\.[0-9]{1,5})?$", line.Value));
        Assert.DoesNotContain(Lines, line => line.Value is "-0");
    }

    [Fact]
    public void LogOdds_adds_what_the_file_says()
    {
        foreach (var (name, value) in Lines)
        {
            var features = new double[Lines.Length];
            features[(int)Enum.Parse<Feature>(name)] = 0.5;

            Assert.Equal(0.5 * double.Parse(value, CultureInfo.InvariantCulture), Weights.LogOdds(features), 12);
        }

        Assert.Equal(0, Weights.LogOdds(new double[Lines.Length]));
        Assert.Equal((30, -30), (Weights.LogOdds([.. Enumerable.Repeat(1e6, Lines.Length)]), Weights.LogOdds([1e6, .. new double[Lines.Length - 1]])));
    }

    // What everybody knows: agreement never speaks against a pair, nor difference for it.
    [Theory]
    [InlineData(1, "SamePhone SamePostcode SameStreet SameNumber NearNumber SameLetters SameNameElsewhere Share Letters Grams Contained AllLetters AllLettersAbove40 AllLettersAbove55")]
    [InlineData(-1, "OtherPhone OtherPostcode OtherStreet OtherNumber NothingAgrees NumbersDiffer NumberMissing FormsDiffer FormOfOne Unequal")]
    public void File_signs_that_everybody_knows_hold(int sign, string names)
    {
        Assert.All(names.Split(' '), name => Assert.True(sign * Of(name) >= 0, $"{name} is {Of(name)}"));
    }

    [Fact]
    public void File_fields_by_hand_count_as_they_are()
    {
        Assert.Equal(1, Of(nameof(Feature.FieldsByHand)));
    }

    [Fact]
    public void LogOdds_of_the_same_name_are_above_those_of_any_other()
    {
        string[] others = ["Harrogate Glass Works", "Harrogate Glas", "Glass Harrogate", "Harrogate Timber", "Harrogate Glass LLP", "HG"];

        var same = Bench.Of("Harrogate Glass Ltd", "Harrogate Glass Ltd").LogOdds;

        Assert.All(others, other => Assert.True(Bench.Of("Harrogate Glass Ltd", other).LogOdds < same, other));
    }

    private static double Of(string name) => double.Parse(Lines.Single(line => line.Name == name).Value, CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, string Value)> Read()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("weights.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split(' ');
                Assert.Equal(2, parts.Length);
                yield return (parts[0], parts[1]);
            }
        }
    }
}
