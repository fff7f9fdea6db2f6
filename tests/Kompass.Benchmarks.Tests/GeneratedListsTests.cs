namespace Kompass.Benchmarks.Tests;

public sealed class GeneratedListsTests
{
    private static readonly GeneratedLists Lists = GeneratedLists.Make(1_000, 2_000);

    [Fact]
    public void Make_same_seed_gives_the_same_lists()
    {
        var again = GeneratedLists.Make(1_000, 2_000);

        Assert.Equal(Lists.Left, again.Left);
        Assert.Equal(Lists.Right, again.Right);
        Assert.Equal(Lists.Truth.Pairs, again.Truth.Pairs);
        Assert.NotEqual(Lists.Right, GeneratedLists.Make(1_000, 2_000, seed: 21).Right);
    }

    [Fact]
    public void Make_four_fifths_are_copies_each_of_another_record()
    {
        Assert.Equal((1_000, 2_000), (Lists.Left.Count, Lists.Right.Count));
        Assert.Equal(800, Lists.Truth.Pairs.Count);
        Assert.Equal(800, Lists.Truth.Pairs.Select(p => p.Left).Distinct().Count());
        Assert.Equal(800, Lists.Truth.Pairs.Select(p => p.Right).Distinct().Count());
    }

    [Fact]
    public void Make_no_right_name_stands_twice_and_no_stranger_has_one()
    {
        var names = Lists.Right.Select(r => r.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(Lists.Right.Count, names.Count);
        Assert.DoesNotContain(Lists.Left, l => !Lists.Truth.HasPair(l.Key) && names.Contains(l.Name));
    }

    [Fact]
    public void Make_copies_are_noised_most_of_them_and_not_beyond_recognition()
    {
        var rights = Lists.Right.ToDictionary(r => r.Key, r => r.Name);
        var lefts = Lists.Left.ToDictionary(l => l.Key, l => l.Name);
        var same = Lists.Truth.Pairs.Count(p => lefts[p.Left] == rights[p.Right]);

        Assert.InRange(same, 100, 300);
        Assert.DoesNotContain(Lists.Left, l => string.IsNullOrWhiteSpace(l.Name));
    }

    [Fact]
    public void Make_fewer_right_records_than_copies_are_copied_once_each() => Assert.Equal(50, GeneratedLists.Make(1_000, 50).Truth.Pairs.Count);
}
