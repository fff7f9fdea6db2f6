namespace Kompass.Xero.Emulator;

/// <summary>The kinds of document that reach the ledger.</summary>
public enum DocumentKind
{
    /// <summary>A sales invoice or a bill.</summary>
    Invoice,

    /// <summary>A credit note.</summary>
    CreditNote,

    /// <summary>A manual journal.</summary>
    ManualJournal,
}
