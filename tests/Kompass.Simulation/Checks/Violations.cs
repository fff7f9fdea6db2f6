namespace Kompass.Simulation;

/// <summary>What must not be, counted over all seeds.</summary>
internal sealed class Violations
{
    public int Duplicates { get; set; }

    public int Lost { get; set; }

    public int Overwritten { get; set; }

    public int PennyDifferences { get; set; }

    public int Stuck { get; set; }

    public int RateLimitBreaches { get; set; }

    public int ExtraRefreshes { get; set; }

    public int SecretsLeaked { get; set; }

    public int Escapes { get; set; }

    /// <summary>What was wrong, in words.</summary>
    public List<string> Messages { get; } = [];

    public int Total => Duplicates + Lost + Overwritten + PennyDifferences + Stuck + RateLimitBreaches + ExtraRefreshes + SecretsLeaked + Escapes;

    public void Add(Violations other)
    {
        Duplicates += other.Duplicates;
        Lost += other.Lost;
        Overwritten += other.Overwritten;
        PennyDifferences += other.PennyDifferences;
        Stuck += other.Stuck;
        RateLimitBreaches += other.RateLimitBreaches;
        ExtraRefreshes += other.ExtraRefreshes;
        SecretsLeaked += other.SecretsLeaked;
        Escapes += other.Escapes;
        Messages.AddRange(other.Messages);
    }
}
