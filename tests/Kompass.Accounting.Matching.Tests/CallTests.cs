namespace Kompass.Accounting.Matching.Tests;

public sealed class CallTests
{
    [Fact]
    public void Match_empty_lists_give_an_empty_result()
    {
        var result = Given.Matcher.Match([], []);

        Assert.Empty(result.Rows);
        Assert.Empty(result.UnmatchedRightKeys);
    }

    [Fact]
    public void Match_key_twice_on_a_side_is_refused_by_name()
    {
        MatchRecord[] twice = [new() { Key = "K-7", Name = "a" }, new() { Key = "K-7", Name = "b" }];

        Assert.Contains("'K-7' occurs twice on the left side", Assert.Throws<ArgumentException>(() => Given.Matcher.Match(twice, [])).Message, StringComparison.Ordinal);
        Assert.Contains("'K-7' occurs twice on the right side", Assert.Throws<ArgumentException>(() => Given.Matcher.Match([], twice)).Message, StringComparison.Ordinal);
        Assert.Contains("'K-7' occurs twice", Assert.Throws<ArgumentException>(() => Given.Matcher.CreateIndex(twice)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Match_same_key_on_both_sides_is_no_link()
    {
        var row = Given.Row(new MatchRecord { Key = "1", Name = "Acme" }, new MatchRecord { Key = "1", Name = "Larkfield" });

        Assert.Null(row.Assigned);
    }

    [Fact]
    public void Match_cancelled_token_throws()
    {
        Assert.Throws<OperationCanceledException>(
            () => Given.Matcher.Match(Given.Left("a"), Given.Right("b"), cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Match_cancelled_from_progress_stops()
    {
        using var source = new CancellationTokenSource();
        var progress = new Recorder(_ => source.Cancel());

        Assert.Throws<OperationCanceledException>(
            () => Given.Matcher.Match(Given.Left("Acme", "Larkfield", "Selby"), Given.Right("b"), progress: progress, cancellationToken: source.Token));
        Assert.Single(progress.Reports);
    }

    [Fact]
    public void Match_progress_grows_to_the_total()
    {
        var progress = new Recorder(_ => { });
        var names = Enumerable.Range(0, 1000).Select(i => $"Company {i}").ToArray();

        Given.Matcher.Match(Given.Left(names), Given.Right("Company 1"), progress: progress);

        Assert.InRange(progress.Reports.Count, 50, 110);
        Assert.Equal(progress.Reports.OrderBy(r => r.Stage).ThenBy(r => r.Done), progress.Reports);
        Assert.Equal(Enum.GetValues<MatchStage>(), progress.Reports.Select(r => r.Stage).Distinct());
        Assert.Contains(new(MatchStage.Scoring, 1000, 1000), progress.Reports);
        Assert.All(progress.Reports, r => Assert.Equal(1000, r.Total));
        Assert.Equal(new MatchProgress(MatchStage.Done, 1000, 1000), progress.Reports[^1]);
    }

    [Theory]
    [InlineData(0.9, 0.95, 0.1)]
    [InlineData(1.1, 0.5, 0.1)]
    [InlineData(0.9, 0.5, 0)]
    [InlineData(double.NaN, 0.5, 0.1)]
    public void Match_thresholds_out_of_order_are_refused(double high, double medium, double low)
    {
        var options = new MatchOptions { High = high, Medium = medium, Low = low };

        Assert.Contains("Low <= Medium <= High", Assert.Throws<ArgumentException>(() => Given.Matcher.Match([], [], options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Match_maximum_candidates_limits_each_row()
    {
        var names = Enumerable.Range(0, 30).Select(i => $"Acme {(char)('a' + (i % 26))}{i}").ToArray();

        Assert.Equal(3, Given.Matcher.Match(Given.Left("Acme"), Given.Right(names), new() { MaximumCandidates = 3 }).Rows[0].Candidates.Count);
        Assert.Throws<ArgumentException>(() => Given.Matcher.Match([], [], new() { MaximumCandidates = 0 }));
    }

    [Fact]
    public void Match_fields_that_no_field_has_are_refused_by_name()
    {
        var options = new MatchOptions { Fields = (MatchFields)4096 | MatchFields.Email };

        var message = Assert.Throws<ArgumentOutOfRangeException>(() => Given.Matcher.Match([], [], options)).Message;

        Assert.Contains("None, Email, Phone, CompanyNumber, TaxNumber, AccountNumber, PostalCode, AddressLine, All", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Given.Matcher.CreateIndex([], options));
    }

    [Fact]
    public void Match_ceilings_follow_the_thresholds_of_the_caller()
    {
        var row = Given.Matcher.Match(Given.Left("Martin James"), Given.Right("James Martin"), new() { High = 0.6, Medium = 0.3, Low = 0.1 }).Rows[0];

        Assert.Equal(MatchBand.Medium, row.Candidates[0].Band);
    }

    private sealed class Recorder(Action<MatchProgress> act) : IProgress<MatchProgress>
    {
        public List<MatchProgress> Reports { get; } = [];

        public void Report(MatchProgress value)
        {
            Reports.Add(value);
            act(value);
        }
    }
}
