namespace Kompass.Accounting;

/// <summary>The state of a document in the ledger.</summary>
public enum DocumentStatus
{
    /// <summary>Not in the books yet.</summary>
    Draft,

    /// <summary>Waiting for approval in the ledger.</summary>
    Submitted,

    /// <summary>In the books: authorised, or posted for a journal.</summary>
    Approved,

    /// <summary>Settled in full.</summary>
    Paid,

    /// <summary>Voided.</summary>
    Voided,

    /// <summary>Deleted while it was a draft.</summary>
    Deleted,

    /// <summary>A state that this version does not know.</summary>
    Other,
}
