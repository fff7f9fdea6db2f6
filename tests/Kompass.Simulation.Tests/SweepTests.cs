namespace Kompass.Simulation.Tests;

/// <summary>
/// Struck at any point in any way, the sync of each operation ends with each record in the books once. The program strikes at every point:
/// <c>--sweep</c>.
/// </summary>
public sealed class SweepTests
{
    public static TheoryData<int, string> Operations()
    {
        var data = new TheoryData<int, string>();
        for (var index = 0; index < SweepOperation.All.Count; index++)
        {
            data.Add(index, SweepOperation.All[index].Name);
        }

        return data;
    }

    [SkippableTheory]
    [MemberData(nameof(Operations))]
    public void Strike_at_every_tenth_point_of_an_operation_leaves_nothing_wrong(int index, string name)
    {
        UnderCi.Only($"Striking '{name}' takes long");
        var strikes = Sweep.Everything(SweepOperation.All[index], step: 10).ToList();

        Assert.True(strikes.Count > 15, $"There are {strikes.Count} strikes.");
        Assert.Empty(Workers.Run(strikes, work => Sweep.Run(work.Operation, work.Strike)).SelectMany(messages => messages));
    }

    [Theory]
    [InlineData(Blow.Death)]
    [InlineData(Blow.Error)]
    [InlineData(Blow.Hang)]
    internal void Strike_at_a_point_of_a_journal_leaves_nothing_wrong(Blow blow) =>
        Assert.Empty(Sweep.Run(SweepOperation.All.Single(operation => operation.Name == "create a journal"), new Strike(60, blow, false)));

    [SkippableTheory]
    [InlineData("create a journal")]
    [InlineData("create an invoice")]
    public void Deaths_in_pairs_leave_nothing_wrong(string name)
    {
        UnderCi.Only("Pairs of deaths take long");
        var operation = SweepOperation.All.Single(operation => operation.Name == name);

        Assert.Empty(Workers.Run(Sweep.Pairs(operation, step: 20).ToList(), work => Sweep.Run(work.Operation, work.First, work.Second)).SelectMany(messages => messages));
    }
}
