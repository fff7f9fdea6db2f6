namespace Kompass.Accounting;

/// <summary>A linked document as the ledger last showed it, where that is not as we wrote it.</summary>
public sealed record RemoteStanding
{
    /// <summary>Its state.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>Its total including tax; the sum of the debits of a journal.</summary>
    public required decimal Total { get; init; }

    /// <summary>What was paid.</summary>
    public decimal AmountPaid { get; init; }

    /// <summary>What was settled by credit, or for a credit note what of it was used.</summary>
    public decimal AmountCredited { get; init; }

    /// <summary>The date of the latest payment; null when nothing was paid, or the ledger did not say.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>The date of the latest credit; null when there is none, or the ledger did not say.</summary>
    public DateOnly? CreditedOn { get; init; }

    /// <summary>When the ledger changed it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What was done to it; null when it was our own doing.</summary>
    public RecordDrift? Drift { get; init; }

    /// <summary>Another document of the same number or marker; null when there is none.</summary>
    public RemoteDocumentId? DoubledBy { get; init; }

    /// <summary>The total of that other document.</summary>
    public decimal DoubledTotal { get; init; }

    /// <summary>Whether it counts in the books no more.</summary>
    public bool IsWithdrawn => Status is DocumentStatus.Voided or DocumentStatus.Deleted;
}
