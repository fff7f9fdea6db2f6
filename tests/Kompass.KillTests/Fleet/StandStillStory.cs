namespace Kompass.Kills;

/// <summary>
/// A node stands still (SIGSTOP) between the intents of a writing call and its sending, for longer than its lease and the call may last.
/// Another node takes over and finishes everything. Then the first one goes on, and must not write any more, neither into Xero's books nor
/// over what the other one recorded.
/// </summary>
internal static class StandStillStory
{
    private static readonly TimeSpan TimeToWriteLate = TimeSpan.FromSeconds(10);

    public static async Task<FleetReport> RunAsync(StandStillPoint point, CancellationToken cancellationToken)
    {
        await using var fleet = await FleetWorld.CreateAsync(cancellationToken);
        var sleeper = fleet.Start(point);
        await sleeper.UntilItStandsStillAsync(cancellationToken);
        fleet.Start();
        if (!await fleet.SettleAsync(cancellationToken))
        {
            fleet.Report.Problems.Add("The second node did not finish what the first one left.");
        }

        _ = fleet.TakeWrites();
        var journal = await fleet.Database.JournalAsync();
        sleeper.Continue();
        fleet.Report.Pauses++;
        await Task.Delay(TimeToWriteLate, cancellationToken);
        fleet.Report.Problems.AddRange(fleet.TakeWrites().Select(write => $"The first node wrote late: {write}."));
        if (await fleet.Database.JournalAsync() != journal)
        {
            fleet.Report.Problems.Add("The first node recorded something over what the second one had finished.");
        }

        return await fleet.EndAsync();
    }
}
