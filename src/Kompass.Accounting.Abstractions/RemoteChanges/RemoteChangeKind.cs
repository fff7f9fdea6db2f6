namespace Kompass.Accounting;

/// <summary>What a change that the ledger tells of is about.</summary>
public enum RemoteChangeKind
{
    /// <summary>A contact.</summary>
    Contact,

    /// <summary>A sales invoice, its payments included.</summary>
    Invoice,

    /// <summary>A credit note.</summary>
    CreditNote,
}
