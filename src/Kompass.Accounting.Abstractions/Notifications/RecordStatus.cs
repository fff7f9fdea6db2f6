namespace Kompass.Accounting;

/// <summary>What Kompass is told about one of its records.</summary>
public sealed record RecordStatus
{
    /// <summary>The record.</summary>
    public required RecordKey Record { get; init; }

    /// <summary>Where it stands.</summary>
    public required RecordState State { get; init; }

    /// <summary>Its id in the ledger; null when it is not there.</summary>
    public string? RemoteId { get; init; }

    /// <summary>Its number in the ledger; null when it has none.</summary>
    public string? Number { get; init; }

    /// <summary>Why it is held; null unless it is.</summary>
    public Hold? Hold { get; init; }

    /// <summary>What somebody did to it in the ledger since we wrote it; null when nothing.</summary>
    public RecordDrift? Drift { get; init; }

    /// <summary>What was paid, as last read from the ledger.</summary>
    public decimal AmountPaid { get; init; }

    /// <summary>What was settled by credit, or for a credit note what of it was used.</summary>
    public decimal AmountCredited { get; init; }

    /// <summary>The date of the latest payment; null when nothing was paid, or the ledger did not say.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>The date of the latest credit; null when there is none, or the ledger did not say.</summary>
    public DateOnly? CreditedOn { get; init; }
}
