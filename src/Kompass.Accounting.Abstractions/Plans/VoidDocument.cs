namespace Kompass.Accounting;

/// <summary>Voids a sent document that Kompass voided, if nothing stands against it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Reference">The number on the paper.</param>
/// <param name="RecordHash">Hash of the invoice.</param>
public sealed record VoidDocument(DocumentLink Link, string Reference, string RecordHash)
    : PlannedOperation(RecordKey.Of(Link.InvoiceId), Reference, RecordHash)
{
    /// <inheritdoc/>
    public override OperationAction Action => OperationAction.Void;
}
