namespace Kompass.Accounting;

/// <summary>The use of a credit note for one invoice.</summary>
/// <param name="CreditNoteId">The credit note.</param>
/// <param name="InvoiceId">The invoice that it settles.</param>
/// <param name="Amount">How much, positive, in the currency of both.</param>
/// <param name="Date">The date of the allocation.</param>
public sealed record CreditAllocation(RemoteDocumentId CreditNoteId, RemoteDocumentId InvoiceId, decimal Amount, DateOnly Date);
