using Kompass.Xero.Emulator;

namespace Kompass.EndToEnd.Tests;

/// <summary>Disturbs each writing call of a round, one round for each call.</summary>
internal static class Disturb
{
    /// <summary>As many attempts as one call makes at most.</summary>
    public const int EveryAttempt = 3;

    // Listed once: every undisturbed round makes the same calls.
    private static readonly Lazy<List<int>> Places = new(WritePlaces);

    public static void EachWrite(int share, int sample, Func<int, Fault[]> faults)
    {
        var places = Sweep.Share(Places.Value, share, sample);
        using var gauntlet = new Gauntlet(places.Count);
        foreach (var place in places)
        {
            gauntlet.Run($"Call {place}", rig =>
            {
                foreach (var fault in faults(place))
                {
                    rig.Control.InjectFault(fault);
                }
            });
        }
    }

    /// <summary>How many calls go before each writing call of an undisturbed round.</summary>
    private static List<int> WritePlaces()
    {
        using var rig = new Rig();
        var round = new Round(1);
        Round.Prepare(rig, round);
        round.Change(rig);
        rig.SyncWhole();
        var calls = rig.Control.Calls.Where(call => call.IsAccounting).ToList();
        var places = Enumerable.Range(0, calls.Count).Where(place => calls[place].Method != "GET").ToList();
        Assert.Equal(Round.Writes, places.Count);
        return places;
    }
}
