namespace Kompass.Simulation;

/// <summary>What must not be, counted over all seeds.</summary>
internal sealed class Violations
{
    /// <summary>Records that are in the books more than once.</summary>
    public int Duplicates { get; set; }

    /// <summary>Records that are not in the books, or not as Kompass has them.</summary>
    public int Lost { get; set; }

    /// <summary>What others wrote in Xero and we changed, and what a process wrote that no longer held the lease.</summary>
    public int Overwritten { get; set; }

    /// <summary>Documents whose amounts, accounts or credits differ.</summary>
    public int PennyDifferences { get; set; }

    /// <summary>Syncs that do not come to rest, and runs that end in an exception.</summary>
    public int Stuck { get; set; }

    public int RateLimitBreaches { get; set; }

    /// <summary>Refreshes beyond one for each expiry.</summary>
    public int ExtraRefreshes { get; set; }

    public int SecretsLeaked { get; set; }

    /// <summary>Work that went on at another thread than the simulator's.</summary>
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

    public override string ToString() => string.Join(", ", Counts.Where(count => count.Number > 0).Select(count => $"{count.Number} {count.Name}"));

    private IEnumerable<(string Name, int Number)> Counts =>
    [
        ("duplicates", Duplicates), ("lost", Lost), ("overwritten", Overwritten), ("pennyDifferences", PennyDifferences), ("stuck", Stuck),
        ("rateLimitBreaches", RateLimitBreaches), ("extraRefreshes", ExtraRefreshes), ("secretsLeaked", SecretsLeaked), ("escapes", Escapes),
    ];
}
