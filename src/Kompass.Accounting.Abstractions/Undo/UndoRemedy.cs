namespace Kompass.Accounting;

/// <summary>How one change of a run can be taken back.</summary>
public enum UndoRemedy
{
    /// <summary>The document is voided, or deleted while it is a draft: the plan does it once it is approved.</summary>
    Void,

    /// <summary>It can no longer be voided: a credit note in Kompass takes back what is still due.</summary>
    CreditNote,

    /// <summary>Only a person can: the reason says what to do.</summary>
    Person,

    /// <summary>Nothing stands any more, or nothing was done.</summary>
    Nothing,
}
