namespace Kompass.Accounting;

/// <summary>
/// A comparison of Kompass's documents from the cut-over date on, as far as they were never sent, with what the ledger holds. Can be
/// shown, and applied once by the process that made it.
/// </summary>
public sealed record DocumentReconciliation
{
    /// <summary>The configuration.</summary>
    public required ConfigurationId ConfigurationId { get; init; }

    /// <summary>The connection that it was made for.</summary>
    public required RemoteConnection Connection { get; init; }

    /// <summary>Documents dated from this day on were compared.</summary>
    public required DateOnly From { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>One for each document that was never sent and would be: those in doubt first, then those to link, then those to create.</summary>
    public required IReadOnlyList<DocumentFinding> Findings { get; init; }

    /// <summary>How many documents have a fate.</summary>
    public int Count(DocumentFate fate) => Findings.Count(finding => finding.Fate == fate);
}
