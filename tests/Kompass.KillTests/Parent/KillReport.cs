namespace Kompass.Kills;

/// <summary>What a story of kills came to.</summary>
internal sealed class KillReport
{
    private readonly List<string> _points = [];

    public List<string> Problems { get; } = [];

    public int Kills { get; private set; }

    public int AtNamedPoints { get; private set; }

    public int Survived { get; set; }

    public int Reconnects { get; set; }

    public int Records { get; set; }

    public int Duplicates { get; set; }

    public int Lost { get; set; }

    public int PennyDifferences { get; set; }

    public int Operations { get; set; }

    /// <summary>Operations that are not settled at the end.</summary>
    public int Stuck { get; set; }

    public TimeSpan Duration { get; set; }

    public object Figures => new
    {
        Kills,
        AtNamedPoints,
        Points = _points.Distinct().Count(),
        Survived,
        Reconnects,
        Operations,
        Records,
        Duplicates,
        Lost,
        PennyDifferences,
        Stuck,
        Seconds = Math.Round(Duration.TotalSeconds, 1),
        Problems = Problems.Count,
    };

    /// <summary>Counts a kill.</summary>
    /// <param name="point">The named point; null for a random moment.</param>
    public void Count(string? point)
    {
        Kills++;
        if (point is not null)
        {
            AtNamedPoints++;
            _points.Add(point);
        }
    }

    public KillReport Add(KillReport other)
    {
        _points.AddRange(other._points);
        Problems.AddRange(other.Problems);
        Kills += other.Kills;
        AtNamedPoints += other.AtNamedPoints;
        Survived += other.Survived;
        Reconnects += other.Reconnects;
        Records += other.Records;
        Duplicates += other.Duplicates;
        Lost += other.Lost;
        PennyDifferences += other.PennyDifferences;
        Operations += other.Operations;
        Stuck += other.Stuck;
        Duration += other.Duration;
        return this;
    }
}
