using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>The process dies at each use of its journal; another one takes over. Everything is in the books once in the end.</summary>
public sealed class DeathTests
{
    [Fact]
    public void Death_just_before_the_intents_are_kept() => DieAtEach(nameof(ISyncJournal.BeginAsync), after: false, atLeast: Round.Writes);

    [Fact]
    public void Death_between_the_intents_and_the_call() => DieAtEach(nameof(ISyncJournal.BeginAsync), after: true, atLeast: Round.Writes);

    [Fact]
    public void Death_between_the_answer_and_its_record() => DieAtEach(nameof(ISyncJournal.RecordAsync), after: false, atLeast: Round.Writes);

    [Fact]
    public void Death_just_after_the_record() => DieAtEach(nameof(ISyncJournal.RecordAsync), after: true, atLeast: Round.Writes);

    [Fact]
    public void Death_around_the_record_of_the_run()
    {
        DieAtEach(nameof(ISyncJournal.SaveRunAsync), after: false, atLeast: 2);
        DieAtEach(nameof(ISyncJournal.SaveRunAsync), after: true, atLeast: 2);
    }

    private static void DieAtEach(string member, bool after, int atLeast)
    {
        var uses = UsesOf(member);
        using var gauntlet = new Gauntlet(uses);
        Assert.True(uses >= atLeast, $"{member} is used {uses} times; at least {atLeast} were expected.");
        for (var use = 1; use <= uses; use++)
        {
            var death = new Death(member, use, after);
            gauntlet.Run($"Death {death}", rig => rig.Process.Journal.Death = death);
        }
    }

    private static int UsesOf(string member)
    {
        using var rig = new Rig();
        var round = new Round(1);
        Round.Prepare(rig, round);
        round.Change(rig);
        rig.SyncWhole();
        return rig.Process.Journal.Uses[member];
    }
}
