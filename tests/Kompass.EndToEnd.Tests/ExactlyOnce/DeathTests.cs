using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>The process dies at each use of its journal; another one takes over. Everything is in the books once in the end.</summary>
public sealed class DeathTests
{
    // Counted once: every undisturbed round uses the journal alike.
    private static readonly Lazy<IReadOnlyDictionary<string, int>> UsesOfARound = new(CountUses);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Death_just_before_the_intents_are_kept(int share) =>
        DieAtEach(Uses(nameof(ISyncJournal.BeginAsync), after: false, atLeast: Round.Writes), share, sample: 1);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Death_between_the_intents_and_the_call(int share) =>
        DieAtEach(Uses(nameof(ISyncJournal.BeginAsync), after: true, atLeast: Round.Writes), share, sample: 2);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Death_between_the_answer_and_its_record(int share) =>
        DieAtEach(Uses(nameof(ISyncJournal.RecordAsync), after: false, atLeast: Round.Writes), share, sample: 3);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Death_just_after_the_record(int share) =>
        DieAtEach(Uses(nameof(ISyncJournal.RecordAsync), after: true, atLeast: Round.Writes), share, sample: 0);

    [SkippableTheory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void Death_around_the_record_of_the_run(int share) => DieAtEach(
        [
            .. Uses(nameof(ISyncJournal.SaveRunAsync), after: false, atLeast: 2),
            .. Uses(nameof(ISyncJournal.SaveRunAsync), after: true, atLeast: 2),
        ],
        share,
        sample: 1);

    private static void DieAtEach(List<Death> all, int share, int sample)
    {
        var deaths = Sweep.Share(all, share, sample);
        using var gauntlet = new Gauntlet(deaths.Count);
        foreach (var death in deaths)
        {
            gauntlet.Run($"Death {death}", rig => rig.Process.Journal.Death = death);
        }
    }

    private static List<Death> Uses(string member, bool after, int atLeast)
    {
        var uses = UsesOfARound.Value[member];
        Assert.True(uses >= atLeast, $"{member} is used {uses} times; at least {atLeast} were expected.");
        return [.. Enumerable.Range(1, uses).Select(use => new Death(member, use, after))];
    }

    private static IReadOnlyDictionary<string, int> CountUses()
    {
        using var rig = new Rig(new() { Sync = Gauntlet.LookAtNothing });
        var round = new Round(1);
        Round.Prepare(rig, round);
        round.Change(rig);
        rig.SyncWhole();
        return rig.Process.Journal.Uses;
    }
}
