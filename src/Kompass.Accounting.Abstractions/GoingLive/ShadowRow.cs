namespace Kompass.Accounting;

/// <summary>One document of a shadow report.</summary>
public sealed record ShadowRow
{
    /// <summary>How both sides compare.</summary>
    public required ShadowStatus Status { get; init; }

    /// <summary>The number or name by which people know it.</summary>
    public required string Title { get; init; }

    /// <summary>What it is.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The document as Kompass has it; null where only the ledger has it.</summary>
    public Invoice? Invoice { get; init; }

    /// <summary>The document as somebody entered it; null where nobody did.</summary>
    public RemoteDocument? Document { get; init; }

    /// <summary>In what the two differ.</summary>
    public IReadOnlyList<DocumentDifference> Differences { get; init; } = [];

    /// <summary>Why the sync would hold it; null when it would send it.</summary>
    public Hold? Hold { get; init; }
}
