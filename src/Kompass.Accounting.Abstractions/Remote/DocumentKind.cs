namespace Kompass.Accounting;

/// <summary>The kinds of documents in the ledger.</summary>
public enum DocumentKind
{
    /// <summary>A sales invoice.</summary>
    Invoice,

    /// <summary>A sales credit note; its amounts are positive.</summary>
    CreditNote,

    /// <summary>A manual journal; debits are positive.</summary>
    Journal,
}
