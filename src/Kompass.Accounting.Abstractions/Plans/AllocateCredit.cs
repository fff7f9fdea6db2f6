namespace Kompass.Accounting;

/// <summary>Uses a credit note for the invoice that it names; both may be created in the same run.</summary>
/// <param name="CreditNote">The credit note in Kompass.</param>
/// <param name="AppliesTo">The invoice in Kompass.</param>
/// <param name="Reference">The credit note's number on the paper.</param>
/// <param name="Amount">How much, positive.</param>
/// <param name="Date">The later of both dates.</param>
/// <param name="RecordHash">Hash of the credit note.</param>
public sealed record AllocateCredit(InvoiceId CreditNote, InvoiceId AppliesTo, string Reference, decimal Amount, DateOnly Date, string RecordHash)
    : PlannedOperation(RecordKey.Of(CreditNote), Reference, RecordHash)
{
    /// <inheritdoc/>
    public override OperationAction Action => OperationAction.Allocate;
}
