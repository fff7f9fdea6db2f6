namespace Kompass.Accounting;

/// <summary>One row of a comparison: a contact, its candidate client, and why.</summary>
public sealed record ReconciliationRow
{
    /// <summary>Its number within the report, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it stands for.</summary>
    public required ReconciliationStatus Status { get; init; }

    /// <summary>The contact; null on a row for an unmatched client.</summary>
    public RemoteContact? Contact { get; init; }

    /// <summary>The candidate, linked or unmatched client; null when no client was found.</summary>
    public Client? Client { get; init; }

    /// <summary>How sure the match is, in per cent from 0 to 100; null without a candidate.</summary>
    public decimal? Confidence { get; init; }

    /// <summary>The same in words.</summary>
    public required ConfidenceBand Band { get; init; }

    /// <summary>Why, in words that a person understands.</summary>
    public required string Reason { get; init; }

    /// <summary>What a reviewer decided earlier; null when nobody did.</summary>
    public ReviewDecision? Decision { get; init; }

    /// <summary>True when a person still has to look at the row.</summary>
    public bool IsOpen => Status != ReconciliationStatus.Linked && Decision is null;
}
