namespace Kompass.Kills;

/// <summary>
/// A node stands still (SIGSTOP) between the intents of a writing call and its sending, for longer than its lease and the call may last.
/// Another node takes over and finishes everything. Then the first one goes on, and must not write any more.
/// </summary>
internal static class StandStillStory
{
    private static readonly TimeSpan TimeToWriteLate = TimeSpan.FromSeconds(10);

    public static async Task<FleetReport> RunAsync(int call, CancellationToken cancellationToken)
    {
        await using var fleet = await FleetWorld.CreateAsync(cancellationToken);
        var sleeper = fleet.Start(standsStillAt: call);
        await sleeper.UntilItStandsStillAsync(cancellationToken);
        fleet.Start();
        if (!await fleet.SettleAsync(cancellationToken))
        {
            fleet.Report.Problems.Add("The second node did not finish what the first one left.");
        }

        sleeper.Continue();
        fleet.Report.Pauses++;
        await Task.Delay(TimeToWriteLate, cancellationToken);
        return await fleet.EndAsync();
    }
}
