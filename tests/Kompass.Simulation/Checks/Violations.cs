namespace Kompass.Simulation;

/// <summary>What must not be, counted over all seeds.</summary>
internal sealed class Violations
{
    public int Duplicates { get; set; }

    public int Lost { get; set; }

    public int PennyDifferences { get; set; }

    public int Stuck { get; set; }

    public int RateLimitBreaches { get; set; }

    public int SecretsLeaked { get; set; }

    public int Escapes { get; set; }

    /// <summary>What was wrong, in words.</summary>
    public List<string> Messages { get; } = [];

    public int Total => Duplicates + Lost + PennyDifferences + Stuck + RateLimitBreaches + SecretsLeaked + Escapes;

    public void Add(Violations other)
    {
        Duplicates += other.Duplicates;
        Lost += other.Lost;
        PennyDifferences += other.PennyDifferences;
        Stuck += other.Stuck;
        RateLimitBreaches += other.RateLimitBreaches;
        SecretsLeaked += other.SecretsLeaked;
        Escapes += other.Escapes;
        Messages.AddRange(other.Messages);
    }
}
