namespace Kompass.Simulation.Tests;

public sealed class StrikesTests
{
    private static readonly SimNode Node = new(1, 0);

    [Fact]
    public void Next_strikes_once_at_its_point() =>
        Assert.Equal([Blow.None, Blow.Error, Blow.None], Fall(new Strikes(new Strike(2, Blow.Error, false)), 3));

    [Fact]
    public void Next_of_a_pair_counts_anew_after_the_first() =>
        Assert.Equal(
            [Blow.None, Blow.Death, Blow.None, Blow.None, Blow.Death, Blow.None],
            Fall(new Strikes(new Strike(2, Blow.Death, false), new Strike(3, Blow.Death, false)), 6));

    [Fact]
    public void Next_of_a_lasting_strike_hits_everything_at_the_same_place()
    {
        var strikes = new Strikes(new Strike(1, Blow.Error, true));

        Assert.Equal(Blow.Error, strikes.Next(Node, PointPlace.Network, "GET"));
        Assert.Equal(Blow.None, strikes.Next(Node, PointPlace.Store, "query"));
        Assert.Equal(Blow.Error, strikes.Next(Node, PointPlace.Network, "GET"));
    }

    private static List<Blow> Fall(Strikes strikes, int points) =>
        [.. Enumerable.Range(0, points).Select(_ => strikes.Next(Node, PointPlace.Store, "query"))];
}
