using Kompass.Accounting;

namespace Kompass.EndToEnd.Tests;

/// <summary>Puts rounds of work through disturbances, and checks after each that everything happened exactly once.</summary>
internal sealed class Gauntlet : IDisposable
{
    private static readonly Lazy<IReadOnlyList<string>> Undisturbed = new(WorkUndisturbed);

    private readonly Queue<Round> _rounds;

    public Gauntlet(int rounds)
    {
        _rounds = new(Enumerable.Range(1, rounds).Select(number => new Round(number)));
        Round.Prepare(Rig, _rounds);
    }

    // Looking for what people did records when it looked, which would make the rounds unlike each other.
    public static void LookAtNothing(SyncOptions options) => options.DriftInterval = Timeout.InfiniteTimeSpan;

    public Rig Rig { get; } = new(new() { CallsPerDay = 1_000_000, Sync = LookAtNothing });

    private bool IsSettled => Rig.Holds.Count == 0 && Unsettled.Count == 0;

    private IReadOnlyList<Operation> Unsettled => Rig.Unsettled;

    /// <summary>Runs one round with a disturbance, which is gone once the disturbed run has ended.</summary>
    public void Run(string name, Action<Rig> disturb)
    {
        var round = _rounds.Dequeue();
        Rig.Process.Journal.Forget();
        round.Change(Rig);
        disturb(Rig);
        Disturbed();
        Rig.Control.ClearFaults();
        AssertNothingTwice(name, round);

        Rig.Sync();
        AssertNothingTwice(name, round);
        for (var attempt = 0; attempt < 4 && !IsSettled; attempt++)
        {
            Rig.WaitOutTheLongestFlight();
            Rig.SyncWhenAllowed();
            AssertNothingTwice(name, round);
        }

        Rig.WaitOutTheLongestFlight();
        AssertConverged(name, round);
    }

    public void Dispose() => Rig.Dispose();

    private static IReadOnlyList<string> WorkUndisturbed()
    {
        using var rig = new Rig();
        var round = new Round(1);
        Round.Prepare(rig, round);
        round.Change(rig);
        rig.SyncWhole();
        Assert.Equal(Round.Writes, rig.Writes.Count);
        Assert.Empty(rig.Holds);
        return round.InBooks(rig);
    }

    private void Disturbed()
    {
        try
        {
            Rig.Sync();
        }
        catch (ProcessDiedException)
        {
            Assert.True(Rig.Process.Journal.IsDead);
            Rig.Restart();
        }
    }

    private static string KeyOf(string line) => string.Join(' ', line.Split(' ').Take(line.StartsWith("contact", StringComparison.Ordinal) ? 3 : 2));

    private void AssertNothingTwice(string name, Round round)
    {
        var lines = round.InBooks(Rig);
        var twice = lines.GroupBy(line => line.Split('[')[0].StartsWith("journal", StringComparison.Ordinal) ? line.Split("[KB:")[1].Split(']')[0] : KeyOf(line))
            .Where(group => group.Count() > 1)
            .SelectMany(group => group)
            .ToList();
        Assert.True(twice.Count == 0, $"{name}: twice in the books: {string.Join("; ", twice)}");
    }

    private void AssertConverged(string name, Round round)
    {
        Assert.True(Rig.Holds.Count == 0, $"{name}: still held: {string.Join("; ", Rig.Holds)}");
        var expected = Undisturbed.Value;
        var actual = round.InBooks(Rig);
        Assert.True(
            expected.SequenceEqual(actual),
            $"{name}: missing: {string.Join("; ", expected.Except(actual))}. Too many: {string.Join("; ", actual.Except(expected))}.");
        Assert.Empty(Unsettled);

        Rig.Control.ClearCalls();
        Assert.Equal(0, Rig.SyncWhenAllowed().Counts.Writes);
        Assert.Empty(Rig.Writes);
    }
}
