namespace Kompass.Simulation.Tests;

/// <summary>The teeth of the simulation: each bug of the zoo is caught.</summary>
public sealed class ZooTests
{
    public static TheoryData<int, string> Mutants()
    {
        var data = new TheoryData<int, string>();
        for (var index = 0; index < Zoo.All.Count; index++)
        {
            data.Add(index, Zoo.All[index].Name);
        }

        return data;
    }

    [Fact]
    public void All_has_thirty_bugs_of_different_names() => Assert.True(Zoo.All.Select(mutant => mutant.Name).Distinct().Count() >= 30);

    [SkippableTheory]
    [MemberData(nameof(Mutants))]
    public void Bug_is_caught(int index, string name)
    {
        UnderCi.Only($"Looking for '{name}' takes long");

        Assert.NotNull(MutantCommand.Catch(Zoo.All[index], 1, MutantCommand.MostSeeds));
    }

    [SkippableFact]
    public void Habitat_without_its_bug_shows_nothing()
    {
        UnderCi.Only("A hundred seeds take long");

        Assert.All(
            Zoo.All.Where(mutant => mutant.Habitat is not null),
            mutant => Assert.Null(MutantCommand.Catch(new("nothing") { Habitat = mutant.Habitat }, 1, 100)));
    }

    [Fact]
    public void Bug_that_every_seed_shows_is_caught_at_once() =>
        Assert.NotNull(MutantCommand.Catch(Zoo.All.Single(mutant => mutant.Name == "VAT is left out"), 1, 3));
}
