namespace Kompass.Kills;

/// <summary>What the story of a fleet came to.</summary>
internal sealed class FleetReport
{
    public KillReport Books { get; } = new();

    public int Kills { get; set; }

    public int Pauses { get; set; }

    public int Terminated { get; set; }

    public int Operations { get; set; }

    public int Stuck { get; set; }

    public TimeSpan Duration { get; set; }

    public List<string> Problems { get; } = [];

    public IEnumerable<string> AllProblems => Books.Problems.Concat(Problems);

    public object Figures => new
    {
        Kills,
        Pauses,
        Terminated,
        Operations,
        Books.Records,
        Books.Duplicates,
        Books.Lost,
        Books.PennyDifferences,
        Stuck,
        Seconds = Math.Round(Duration.TotalSeconds, 1),
        Problems = AllProblems.Count(),
    };
}
