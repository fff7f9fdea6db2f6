namespace Kompass.Xero.Emulator;

/// <summary>Keeps what was paid and credited on documents in step with payments and allocations.</summary>
internal static class Settlement
{
    public static BooksState Pay(BooksState state, EmulatedPayment payment, DateTimeOffset now)
    {
        state = state.With(payment);
        return Settle(state, payment.DocumentId, now, payment.Date);
    }

    public static BooksState Allocate(BooksState state, EmulatedAllocation allocation, DateTimeOffset now)
    {
        state = state with { Allocations = state.Allocations.Add(allocation) };
        return Settle(Settle(state, allocation.InvoiceId, now, allocation.Date), allocation.CreditNoteId, now, allocation.Date);
    }

    public static BooksState Deallocate(BooksState state, EmulatedAllocation allocation, DateTimeOffset now)
    {
        state = state with { Allocations = state.Allocations.Remove(allocation) };
        return Settle(Settle(state, allocation.InvoiceId, now, allocation.Date), allocation.CreditNoteId, now, allocation.Date);
    }

    private static BooksState Settle(BooksState state, Guid documentId, DateTimeOffset now, DateOnly date)
    {
        var document = state.Document(documentId)!;
        var paid = state.Payments.Where(payment => payment.DocumentId == documentId && payment.Status == "AUTHORISED").Sum(payment => payment.Amount);
        var credited = state.Allocations
            .Where(allocation => allocation.InvoiceId == documentId || allocation.CreditNoteId == documentId).Sum(allocation => allocation.Amount);
        document = document with { AmountPaid = paid + 0.00m, AmountCredited = credited + 0.00m, UpdatedDateUtc = now };
        var isSettled = document.Gross - paid - credited == 0;
        return state.With(document with { Status = isSettled ? "PAID" : "AUTHORISED", FullyPaidOn = isSettled ? date : null });
    }
}
