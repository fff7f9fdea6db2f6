namespace Kompass.Xero.Emulator;

/// <summary>A part of a credit note that settles an invoice. Immutable.</summary>
/// <param name="Id">The allocation's id.</param>
/// <param name="CreditNoteId">The credit note.</param>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Amount">The amount in the documents' currency.</param>
/// <param name="Date">The day on which it counts.</param>
public sealed record EmulatedAllocation(Guid Id, Guid CreditNoteId, Guid InvoiceId, decimal Amount, DateOnly Date);
