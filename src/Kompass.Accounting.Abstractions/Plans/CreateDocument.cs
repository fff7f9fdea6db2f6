namespace Kompass.Accounting;

/// <summary>Creates a document for an invoice that has none.</summary>
/// <param name="Invoice">The invoice as planned.</param>
/// <param name="Content">What is written; the contact is filled in when it is sent, since it may be created in the same run.</param>
/// <param name="Expected">The totals that the ledger must arrive at.</param>
/// <param name="RecordHash">Hash of the invoice.</param>
public sealed record CreateDocument(Invoice Invoice, DocumentContent Content, DocumentTotals Expected, string RecordHash)
    : PlannedOperation(RecordKey.Of(Invoice.Id), Invoice.Reference, RecordHash)
{
    /// <inheritdoc/>
    public override OperationAction Action => OperationAction.Create;
}
