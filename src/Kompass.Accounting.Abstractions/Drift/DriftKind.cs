namespace Kompass.Accounting;

/// <summary>What somebody did in the ledger to a record that Kompass sent.</summary>
public enum DriftKind
{
    /// <summary>Something was changed that Kompass does not send, such as a reference or a note.</summary>
    Touched,

    /// <summary>The document says something else than what was sent.</summary>
    Edited,

    /// <summary>The document was paid in part.</summary>
    PartPaid,

    /// <summary>The document was paid in full.</summary>
    Paid,

    /// <summary>Credit stands against the document, or the credit note was used.</summary>
    Credited,

    /// <summary>The document was voided.</summary>
    Voided,

    /// <summary>The document or contact was deleted, or is gone.</summary>
    Deleted,

    /// <summary>Another document of the same number or marker stands beside the linked one.</summary>
    Doubled,

    /// <summary>The contact has another name than the one that Kompass sent.</summary>
    Renamed,

    /// <summary>The contact was archived.</summary>
    Archived,

    /// <summary>The contact was merged into another one.</summary>
    Merged,
}
