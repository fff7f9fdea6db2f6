namespace Kompass.Accounting;

/// <summary>Where a Kompass record stands in the ledger.</summary>
public enum RecordState
{
    /// <summary>In the ledger, equal to the penny.</summary>
    Synced,

    /// <summary>Held, with a reason.</summary>
    Held,

    /// <summary>Voided in the ledger.</summary>
    Voided,

    /// <summary>Left alone, because a person decided so.</summary>
    Skipped,
}
