using Kompass.Xero.Emulator;

namespace Kompass.Simulation.Tests;

public sealed class ShrinkerTests
{
    [Fact]
    public void Shrink_leaves_what_the_failure_needs_and_nothing_else()
    {
        var swarm = SeedRun.Drawn(1) with
        {
            Nodes = 4,
            Clients = 3,
            Documents = 6,
            Changes = 4,
            Deaths = 5,
            Faults = [new(FaultKind.Hang), new(FaultKind.ServerError), new(FaultKind.AppLimit)],
        };

        var least = Shrinker.Shrink(swarm, tried => tried.Nodes >= 2 && tried.Deaths >= 1 && tried.Faults.Any(fault => fault.Kind == FaultKind.ServerError));

        Assert.Equal((2, 1, 1, 0, 1), (least.Nodes, least.Clients, least.Documents, least.Changes, least.Deaths));
        Assert.Equal(FaultKind.ServerError, Assert.Single(least.Faults).Kind);
        Assert.Equal((0, 0), (least.ErrorChance, least.HangChance));
    }

    [Fact]
    public void Shrink_of_what_needs_everything_changes_nothing()
    {
        var swarm = SeedRun.Drawn(2);

        Assert.Equal(swarm, Shrinker.Shrink(swarm, _ => false));
    }
}
