namespace Kompass.Simulation;

/// <summary>The sums over many seeds.</summary>
internal sealed class Totals
{
    private int _seeds;
    private int _crashes;
    private int _faults;
    private long _operations;
    private long _points;

    public Violations Violations { get; } = new();

    public void Add(SeedResult result)
    {
        _seeds++;
        _crashes += result.Deaths;
        _faults += result.Faults;
        _operations += result.Operations;
        _points += result.Points;
        Violations.Add(result.Violations);
    }

    public object Summary(TimeSpan elapsed) => new
    {
        seeds = _seeds,
        crashes = _crashes,
        faults = _faults,
        operations = _operations,
        duplicates = Violations.Duplicates,
        lost = Violations.Lost,
        overwritten = Violations.Overwritten,
        pennyDifferences = Violations.PennyDifferences,
        stuck = Violations.Stuck,
        rateLimitBreaches = Violations.RateLimitBreaches,
        extraRefreshes = Violations.ExtraRefreshes,
        secretsLeaked = Violations.SecretsLeaked,
        escapes = Violations.Escapes,
        ioPoints = _points,
        ioPointsPerSecond = Math.Round(_points / elapsed.TotalSeconds),
        schedulesPerSecond = Math.Round(_seeds / elapsed.TotalSeconds, 1),
    };

    public string Text(TimeSpan elapsed) => FormattableString.Invariant(
        $"{_seeds} seeds with {_crashes} crashes, {_faults} faults and {_operations} operations at {_points} points in {elapsed.TotalSeconds:F1} s: {Violations.Total} violations");
}
