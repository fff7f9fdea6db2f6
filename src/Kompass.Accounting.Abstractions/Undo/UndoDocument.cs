namespace Kompass.Accounting;

/// <summary>Voids a document that an undone run created, if nobody changed or settled it in the ledger.</summary>
/// <param name="Link">The link.</param>
/// <param name="Number">The number or name by which people know it.</param>
/// <param name="ApprovedBy">Who approved it.</param>
public sealed record UndoDocument(DocumentLink Link, string Number, string ApprovedBy)
    : PlannedOperation(RecordKey.Of(Link.InvoiceId), Number, Link.RecordHash)
{
    /// <inheritdoc/>
    public override OperationAction Action => OperationAction.Undo;
}
