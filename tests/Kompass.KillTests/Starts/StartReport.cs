namespace Kompass.Kills;

/// <summary>What the story of starts came to.</summary>
internal sealed class StartReport
{
    public List<string> Problems { get; } = [];

    public int Starts { get; set; }

    public int Clean { get; set; }

    public TimeSpan Duration { get; set; }

    public object Figures => new { Starts, Clean, Seconds = Math.Round(Duration.TotalSeconds, 1), Problems = Problems.Count };
}
