using Kompass.Xero;
using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>A thousand callers on each of four nodes over one database, and a node that dies at each point of the renewal.</summary>
public sealed class RenewalScenarios
{
    private const int Nodes = 4;

    private static readonly int Callers = UnderCi.Of(1000, 40);

    [Fact]
    [Trait("Scenario", "1")]
    public void Thousand_callers_on_four_nodes_make_one_refresh_for_each_expiry()
    {
        using var rig = new Rig();
        var nodes = StartNodes(rig);
        for (var expiry = 1; expiry <= 3; expiry++)
        {
            rig.Advance(TimeSpan.FromMinutes(31));
            rig.Control.ClearCalls();
            var lent = rig.RunAtOnce(nodes.SelectMany(node => Enumerable.Repeat(node, Callers)).Select(node => (Func<Task<XeroAccess>>)(() => AskAsync(rig, node))));

            Assert.Equal(Nodes * Callers, lent.Count);
            Assert.Single(lent.Select(access => access.AccessToken).Distinct());
            Assert.Equal([200], Refreshes(rig));
        }

        nodes.ForEach(node => node.Dispose());
    }

    [Theory]
    [Trait("Scenario", "2")]
    [InlineData((int)RenewalPoint.BeforeTheCall, 1)]
    [InlineData((int)RenewalPoint.BeforeTheCommit, 2)]
    [InlineData((int)RenewalPoint.AfterTheCommit, 1)]
    public void Node_that_dies_in_the_middle_of_a_refresh_costs_nobody_the_consent(int point, int refreshes)
    {
        using var rig = new Rig();
        var nodes = StartNodes(rig);
        rig.Advance(TimeSpan.FromMinutes(31));
        rig.Control.ClearCalls();
        nodes[0].Credentials.StopsAt = (RenewalPoint)point;

        var waiting = rig.RunAtOnce(() => Task.FromResult(nodes.SelectMany(node => Enumerable.Range(0, Callers).Select(_ => AskAsync(rig, node))).ToList())).Single();
        Assert.True(nodes[0].Credentials.HasStopped);
        for (var seconds = 0; seconds < 125; seconds++)
        {
            rig.Advance(TimeSpan.FromSeconds(1));
        }

        // The dead node's callers are gone with it; all others have the one token that lives.
        var lent = rig.RunAtOnce(waiting.Skip(Callers).Select(task => (Func<Task<XeroAccess>>)(() => task)));
        Assert.All(waiting.Take(Callers), task => Assert.False(task.IsCompleted && point != (int)RenewalPoint.AfterTheCommit));
        Assert.Single(lent.Select(access => access.AccessToken).Distinct());
        Assert.Equal(Enumerable.Repeat(200, refreshes), Refreshes(rig));

        // And the next expiries cost one refresh each.
        rig.Advance(TimeSpan.FromMinutes(31));
        rig.Control.ClearCalls();
        rig.RunAtOnce(nodes.Skip(1).Select(node => (Func<Task<XeroAccess>>)(() => AskAsync(rig, node))));
        Assert.Equal([200], Refreshes(rig));
        nodes.ForEach(node => node.Dispose());
    }

    private static List<RigProcess> StartNodes(Rig rig) => [.. Enumerable.Range(0, Nodes).Select(_ => rig.StartBeside())];

    private static Task<XeroAccess> AskAsync(Rig rig, RigProcess node) => node.Get<IXeroAccess>().GetAsync(rig.Id);

    private static IEnumerable<int> Refreshes(Rig rig) => rig.Control.Calls.Where(call => call.Path == "/connect/token").Select(call => call.Status);
}
