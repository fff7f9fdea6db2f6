namespace Kompass.Accounting;

/// <summary>The state of an invoice in Kompass. Only approved and posted documents are sent.</summary>
public enum InvoiceStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waiting for approval.</summary>
    Submitted,

    /// <summary>Approved: may be sent.</summary>
    Approved,

    /// <summary>Approval refused.</summary>
    Rejected,

    /// <summary>Issued: may be sent.</summary>
    Posted,

    /// <summary>Withdrawn: voided in the ledger if it had been sent.</summary>
    Voided,
}
