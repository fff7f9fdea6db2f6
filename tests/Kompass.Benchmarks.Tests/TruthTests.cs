namespace Kompass.Benchmarks.Tests;

public sealed class TruthTests
{
    [Fact]
    public void Pair_that_stands_twice_counts_once() => Assert.Single(Given.Truth(("L1", "R1"), ("L1", "R1")).Pairs);

    [Fact]
    public void Lefts_counts_records_and_not_pairs() => Assert.Equal(1, Given.Truth(("L1", "R1"), ("L1", "R2")).Lefts);

    [Fact]
    public void HasOneToOne_set_of_many_to_one_has_none()
    {
        Assert.False(Given.Truth(("L1", "R1"), ("L2", "R1"), ("L3", "R2")).HasOneToOne);
        Assert.True(Given.Truth(("L1", "R1"), ("L2", "R2")).HasOneToOne);
    }

    [Fact]
    public void HasOneToOne_a_few_twins_do_no_harm()
    {
        var pairs = Enumerable.Range(0, 20).Select(i => ($"L{i}", $"R{Math.Max(1, i)}")).ToArray();

        Assert.True(Given.Truth(pairs).HasOneToOne);
    }

    [Fact]
    public void HasOneToOne_marked_set_has_one_as_soon_as_a_pair_counts()
    {
        TruthPair[] pairs = [new("L1", "R1", OneToOne: true), new("L2", "R1", OneToOne: false), new("L3", "R1", OneToOne: false)];

        Assert.True(new Truth(pairs, marked: true).HasOneToOne);
        Assert.False(new Truth(pairs.Where(p => !p.OneToOne), marked: true).HasOneToOne);
    }

    [Fact]
    public void HasOneToOne_marks_are_believed_even_where_two_records_share_one()
    {
        TruthPair[] pairs = [new("L1", "R1"), new("L2", "R1"), new("L3", "R1")];

        Assert.True(new Truth(pairs, marked: true).HasOneToOne);
        Assert.False(new Truth(pairs, marked: false).HasOneToOne);
    }

    [Fact]
    public void OneToOne_drops_the_records_whose_pairs_do_not_count()
    {
        var (counted, dropped) = new Truth([new("L1", "R1", OneToOne: true), new("L2", "R1", OneToOne: false)], marked: true).OneToOne();

        Assert.Equal("L1", Assert.Single(counted.Pairs).Left);
        Assert.Equal(["L2"], dropped);
    }
}
