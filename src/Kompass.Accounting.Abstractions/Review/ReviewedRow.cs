namespace Kompass.Accounting;

/// <summary>A row of a comparison as it stands now.</summary>
public sealed record ReviewedRow
{
    /// <summary>The row as it was compared.</summary>
    public required ReconciliationRow Row { get; init; }

    /// <summary>How it stands.</summary>
    public required ReviewState State { get; init; }

    /// <summary>The link that settles it; on an open row the one by which its client went to another contact. Null without one.</summary>
    public ContactLink? Link { get; init; }

    /// <summary>The decision that settles it; null when none does.</summary>
    public ContactDecision? Decision { get; init; }

    /// <summary>When it was settled; null while it is open.</summary>
    public DateTimeOffset? SettledAt => State == ReviewState.Open ? null : Decision?.DecidedAt ?? Link?.CreatedAt;

    /// <summary>True while the decision can be taken back: a link that a sync has used, or that it made itself, cannot.</summary>
    public bool CanTakeBack => State switch
    {
        ReviewState.Open => false,
        ReviewState.Linked => Link is { RecordHash: null, SentName: null, Origin: not LinkOrigin.Created },
        _ => true,
    };
}
