namespace Kompass.Simulation;

/// <summary>Strikes the sync of one operation at chosen points, lets everything settle, and checks.</summary>
internal static class Sweep
{
    private const int Seed = 1;

    /// <summary>All ways to strike an operation once: at each of its points, in each way, for a moment and for good.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="step">1 takes every point, 2 every second one, and so on.</param>
    public static IEnumerable<(SweepOperation Operation, Strike Strike)> Everything(SweepOperation operation, int step = 1) =>
        from at in Steps(CountPoints(operation), step)
        from strike in new Strike[] { new(at, Blow.Death, false), new(at, Blow.Error, false), new(at, Blow.Error, true), new(at, Blow.Hang, false) }
        select (operation, strike);

    /// <summary>All ways to die at one point, and again at a later one.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="step">1 takes every pair, 2 every second point of the first life and of the second, and so on.</param>
    public static IEnumerable<(SweepOperation Operation, Strike First, Strike Second)> Pairs(SweepOperation operation, int step = 1) =>
        from first in Steps(CountPoints(operation), step)
        from second in Steps(CountPointsAfter(operation, first), step)
        select (operation, new Strike(first, Blow.Death, false), new Strike(second, Blow.Death, false));

    /// <summary>What is wrong after the strikes; empty when nothing is.</summary>
    public static IReadOnlyList<string> Run(SweepOperation operation, params IReadOnlyList<Strike> strikes)
    {
        var falling = new Strikes(strikes);
        var violations = Run(operation, falling, strikes.Any(strike => strike.IsLasting) ? 3 : 1);
        return violations.Total == 0 ? [] : [.. violations.Messages.Append(violations.ToString()).Select(message => $"{operation}, {falling}: {message}")];
    }

    private static int CountPoints(SweepOperation operation)
    {
        var none = new Strikes();
        Run(operation, none, 1);
        return none.Reached;
    }

    private static int CountPointsAfter(SweepOperation operation, int first)
    {
        var one = new Strikes(new Strike(first, Blow.Death, false));
        Run(operation, one, 1);
        return one.Reached;
    }

    private static IEnumerable<int> Steps(int points, int step) => Enumerable.Range(1, points).Where(point => point % step == 0);

    private static Violations Run(SweepOperation operation, Strikes strikes, int runs)
    {
        using var run = new SimRun(Seed, null, keepsTrace: false) { Pace = (5, 30) };
        run.SetUp();
        operation.Prepare(run.Workload);
        run.Work(1);
        run.Settle();
        operation.Act(run.Workload);
        run.Disturb(strikes.Next, runs);
        run.Settle();
        return run.Finish().Violations;
    }
}
