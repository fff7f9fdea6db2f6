namespace Kompass.Accounting;

/// <summary>A comparison with what was decided about its rows until now.</summary>
public sealed record ContactReview
{
    /// <summary>The comparison.</summary>
    public required ReconciliationReport Report { get; init; }

    /// <summary>True when no later comparison of the configuration with the organisation is kept.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>Its rows as they stand now, in their order.</summary>
    public required IReadOnlyList<ReviewedRow> Rows { get; init; }

    /// <summary>How many rows a person still has to look at.</summary>
    public int Open => Rows.Count(row => row.State == ReviewState.Open);

    /// <summary>The row of a number; null when there is none.</summary>
    public ReviewedRow? Find(int number) => number >= 1 && number <= Rows.Count && Rows[number - 1].Row.Number == number ? Rows[number - 1] : Rows.FirstOrDefault(row => row.Row.Number == number);
}
