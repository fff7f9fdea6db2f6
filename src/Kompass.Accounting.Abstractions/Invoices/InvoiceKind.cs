namespace Kompass.Accounting;

/// <summary>What a Kompass invoice becomes in the ledger.</summary>
public enum InvoiceKind
{
    /// <summary>A positive total: a sales invoice.</summary>
    Invoice,

    /// <summary>A negative total: a credit note, with positive amounts in the ledger.</summary>
    CreditNote,

    /// <summary>A total of zero over allocations that are not: a journal between accounts.</summary>
    Journal,

    /// <summary>Every allocation is zero: there is nothing to post.</summary>
    Nothing,

    /// <summary>Zero net with VAT that is not zero: neither kind, a person has to look.</summary>
    Undefined,
}
