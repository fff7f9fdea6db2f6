namespace Kompass.Kills;

public sealed class KillArgumentsTests
{
    [Fact]
    public void Parse_of_nothing_kills_fifty_times_over_SQLite() =>
        Assert.Equal(new(KillArguments.Sqlite, 4, 50, 1, 0, false), KillArguments.Parse([]));

    [Fact]
    public void Parse_of_a_fleet_takes_every_number() =>
        Assert.Equal(
            new(KillArguments.Postgres, 8, 300, 7, 0, false),
            KillArguments.Parse(["--json", "--kills", "300", "--nodes", "8", "--seed", "7", "--store", "postgres"]));

    [Theory]
    [InlineData("--store postgres --starts 3", 3, false)]
    [InlineData("--statements --store postgres", 0, true)]
    public void Parse_of_another_story_takes_it(string arguments, int starts, bool statements)
    {
        var asked = KillArguments.Parse(arguments.Split(' '));

        Assert.Equal((starts, statements), (asked.Starts, asked.Statements));
    }

    [Theory]
    [InlineData("--kils 3", "'--kils' is not an option; there are --store, --nodes, --kills, --seed, --starts, --statements, --json.")]
    [InlineData("7", "'7' is not an option; there are --store, --nodes, --kills, --seed, --starts, --statements, --json.")]
    [InlineData("--store mysql", "--store is 'mysql'; it has to be sqlite or postgres.")]
    [InlineData("--store postgres --nodes 9", "--nodes is '9'; it has to be a whole number from 2 to 8.")]
    [InlineData("--kills -1", "--kills is '-1'; it has to be a whole number from 1 on.")]
    [InlineData("--seed --json", "--seed is '--json'; it has to be a whole number from 1 on.")]
    [InlineData("--kills", "--kills has no value; it has to be a whole number from 1 on.")]
    [InlineData("--kills 3 --kills 4", "--kills is given twice; give it once.")]
    public void Parse_of_a_wrong_option_or_value_says_what_is_allowed(string arguments, string problem) => Refused(arguments, problem);

    [Theory]
    [InlineData("--store postgres --starts 3 --statements", "--starts and --statements exclude each other")]
    [InlineData("--store postgres --starts 3 --kills 3", "--kills has no meaning with --starts")]
    [InlineData("--store postgres --starts 3 --seed 3", "--seed has no meaning with --starts")]
    [InlineData("--store postgres --statements --nodes 3", "--nodes has no meaning with --statements")]
    [InlineData("--starts 3", "--starts needs --store postgres")]
    [InlineData("--statements", "--statements needs --store postgres")]
    [InlineData("--nodes 3", "--nodes needs --store postgres")]
    [InlineData("--store sqlite --nodes 3", "--nodes needs --store postgres")]
    public void Parse_of_options_of_which_one_would_be_ignored_refuses_it(string arguments, string problem) => Refused(arguments, problem);

    private static void Refused(string arguments, string problem) =>
        Assert.StartsWith(problem, Assert.Throws<KillArgumentException>(() => KillArguments.Parse(arguments.Split(' '))).Message, StringComparison.Ordinal);
}
