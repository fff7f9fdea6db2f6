namespace Kompass.Kills;

/// <summary>What the story of statements came to.</summary>
internal sealed class StatementReport
{
    public KillReport Books { get; } = new();

    /// <summary>How many statements the runs have.</summary>
    public int Statements { get; set; }

    public int Strikes { get; set; }

    /// <summary>How many runs ended with the error.</summary>
    public int Failed { get; set; }

    /// <summary>How many runs went on, and said what happened.</summary>
    public int WentOn { get; set; }

    public int Stuck { get; set; }

    public TimeSpan Duration { get; set; }

    public List<string> Problems { get; } = [];

    public IEnumerable<string> AllProblems => Books.Problems.Concat(Problems);

    /// <param name="other">What one strike came to.</param>
    /// <param name="where">Which strike: its problems begin with this.</param>
    public void Add(StatementReport other, string where)
    {
        Problems.AddRange(other.AllProblems.Select(problem => where + problem));
        if (other.Stuck > 0)
        {
            Problems.Add($"{where}{other.Stuck} operations are not settled.");
        }

        other.Books.Problems.Clear();
        Books.Add(other.Books);
        (Strikes, Failed, WentOn, Stuck) = (Strikes + other.Strikes, Failed + other.Failed, WentOn + other.WentOn, Stuck + other.Stuck);
    }

    public object Figures => new
    {
        Statements,
        Strikes,
        Failed,
        WentOn,
        Books.Records,
        Books.Duplicates,
        Books.Lost,
        Books.PennyDifferences,
        Stuck,
        Seconds = Math.Round(Duration.TotalSeconds, 1),
        Problems = AllProblems.Count(),
    };
}
