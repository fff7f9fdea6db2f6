namespace Kompass.Accounting.Tests;

/// <summary>What the worker tells whoever reads the log.</summary>
public sealed class SyncWorkerLogTests : IDisposable
{
    private readonly WorkerFleet _fleet = new();

    [Fact]
    public async Task WorkAsync_says_how_it_works_when_it_begins_and_nothing_else_while_all_is_well()
    {
        await _fleet.EnableAsync();

        var node = _fleet.Start(_fleet.CompleteAsync, new() { Interval = TimeSpan.FromMinutes(7), MaximumConcurrency = 3 });
        _fleet.Pass(TimeSpan.FromMinutes(20));

        Assert.Equal(["Information 3024: The worker of this node begins: each configuration every 00:07:00, 3 at once at most."], node.Log);
    }

    [Fact]
    public async Task WorkAsync_outage_of_the_database_is_told_once_when_it_begins_and_once_when_it_is_over()
    {
        await _fleet.EnableAsync();
        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));
        node.Log.Clear();

        Disturb(TimeSpan.FromMinutes(5));
        Disturb(TimeSpan.FromMinutes(2));

        Assert.Equal(4, node.Log.Count);
        Assert.All(node.Log.Where((_, number) => number % 2 == 0), begun => Assert.StartsWith("Error 3020: The leases could not be read", begun, StringComparison.Ordinal));
        Assert.All(node.Log.Where((_, number) => number % 2 == 1), over => Assert.StartsWith("Information 3025: The database answers again", over, StringComparison.Ordinal));
        Assert.Contains("for 00:0", node.Log.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkAsync_outage_of_which_only_a_part_is_over_goes_on_without_a_word()
    {
        await _fleet.EnableAsync();
        var node = _fleet.Start(_fleet.CompleteAsync);
        _fleet.Pass(TimeSpan.FromMinutes(1));
        node.Log.Clear();

        _fleet.Configurations.Fault = Away;
        _fleet.Journal.Fault = Away;
        _fleet.Pass(TimeSpan.FromMinutes(2));
        _fleet.Configurations.Fault = null;
        _fleet.Pass(TimeSpan.FromMinutes(2));
        Assert.Single(node.Log);

        _fleet.Journal.Fault = null;
        _fleet.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(2, node.Log.Count);
    }

    public void Dispose() => _fleet.Dispose();

    private static InvalidOperationException Away => new("The database fails over.");

    private void Disturb(TimeSpan time)
    {
        (_fleet.Configurations.Fault, _fleet.Journal.Fault) = (Away, Away);
        _fleet.Pass(time);
        (_fleet.Configurations.Fault, _fleet.Journal.Fault) = (null, null);
        _fleet.Pass(TimeSpan.FromMinutes(2));
    }
}
