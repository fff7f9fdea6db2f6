namespace Kompass.Accounting;

/// <summary>Updates a sent document, if nobody changed or settled it in the ledger.</summary>
/// <param name="Invoice">The invoice as planned.</param>
/// <param name="Link">The link.</param>
/// <param name="Content">What it is to be, whole.</param>
/// <param name="Expected">The totals that the ledger must arrive at.</param>
/// <param name="RecordHash">Hash of the invoice.</param>
public sealed record UpdateDocument(Invoice Invoice, DocumentLink Link, DocumentContent Content, DocumentTotals Expected, string RecordHash)
    : PlannedOperation(RecordKey.Of(Invoice.Id), Invoice.Reference, RecordHash)
{
    /// <inheritdoc/>
    public override OperationAction Action => OperationAction.Update;
}
