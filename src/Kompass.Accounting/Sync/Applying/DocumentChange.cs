namespace Kompass.Accounting;

/// <summary>A planned change of a sent document, with the document as it was read just before.</summary>
internal sealed record DocumentChange<TPlanned>(TPlanned Planned, DocumentLink Link, RemoteDocument Current)
    : PlannedOperation(Planned.Record, Planned.Title, Planned.RecordHash)
    where TPlanned : PlannedOperation
{
    public override OperationAction Action => Planned.Action;
}
