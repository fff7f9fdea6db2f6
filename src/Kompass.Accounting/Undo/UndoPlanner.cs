namespace Kompass.Accounting;

/// <summary>Says how each change of a run can be taken back. Pure.</summary>
internal sealed class UndoPlanner(
    IReadOnlyDictionary<InvoiceId, DocumentLink> links,
    IReadOnlyDictionary<RemoteDocumentId, RemoteDocument> documents,
    PeriodLock locks)
{
    public UndoStep Plan(Operation operation) => operation switch
    {
        { State: OperationState.Failed } => Step(operation, UndoRemedy.Nothing, "It was refused, so there is nothing to take back."),
        { State: not OperationState.Succeeded } =>
            Step(operation, UndoRemedy.Person, "It is not known yet whether it took effect. Wait for the next sync to find out, then plan again."),
        { Record.Kind: RecordKind.Client, Action: OperationAction.Create } =>
            Step(operation, UndoRemedy.Person, "A contact is never archived by the sync. Archive it in the ledger if it should not be there."),
        { Record.Kind: RecordKind.Client } =>
            Step(operation, UndoRemedy.Person, "What the contact held before was not kept. Correct it in the ledger."),
        { Action: OperationAction.Create } => PlanCreated(operation),
        { Action: OperationAction.Update } =>
            Step(operation, UndoRemedy.Person, "What the document held before was not kept. Correct it in Kompass, and the next sync updates it."),
        { Action: OperationAction.Allocate } =>
            Step(operation, UndoRemedy.Person, "A credit that was used is taken back in the ledger alone. Remove the allocation there."),
        _ => Step(operation, UndoRemedy.Person, "A document that was voided cannot be brought back. Issue a new one in Kompass."),
    };

    private UndoStep PlanCreated(Operation operation)
    {
        if (!links.TryGetValue(new(operation.Record.Id), out var link) || link.RemoteDocumentId.Value != operation.RemoteId)
        {
            return Step(operation, UndoRemedy.Person, $"Document {operation.RemoteId} is no longer linked. Look for it in the ledger.");
        }

        var step = Step(operation, UndoRemedy.Void, string.Empty) with { Title = link.Number ?? link.InvoiceId.Value, Amount = link.Gross };
        if (link.IsVoided)
        {
            return step with { Remedy = UndoRemedy.Nothing, Reason = link.UndoneBy is { } person ? $"It was undone by {person} already." : "It is voided already." };
        }

        return documents.TryGetValue(link.RemoteDocumentId, out var document)
            ? PlanStanding(step, link, document)
            : step with { Remedy = UndoRemedy.Person, Reason = $"Document {DocumentNames.Of(link)} is gone from the ledger. Find out who removed it." };
    }

    private UndoStep PlanStanding(UndoStep step, DocumentLink link, RemoteDocument document)
    {
        var due = document.Gross - document.AmountPaid - document.AmountCredited;
        if (ChangeRules.IsWithdrawn(document))
        {
            return step with { Link = link, Reason = "It was voided in the ledger; the undo only notes it, so that it is not sent anew." };
        }

        if (document.IsSettledInPart)
        {
            return document.Kind == DocumentKind.Invoice && due > 0
                ? step with
                {
                    Remedy = UndoRemedy.CreditNote,
                    Amount = due,
                    Reason = $"{Money(document.AmountPaid)} is paid and {Money(document.AmountCredited)} credited. Issue a credit note over {Money(due)} in Kompass.",
                }
                : step with
                {
                    Remedy = UndoRemedy.Person,
                    Reason = $"{Money(document.AmountPaid)} is paid and {Money(document.AmountCredited)} credited. Remove that in the ledger first, or refund it.",
                };
        }

        if (document.UpdatedAt != link.RemoteUpdatedAt || ChangeRules.IsRecoded(link, document))
        {
            return step with { Remedy = UndoRemedy.Person, Reason = $"Somebody changed it in the ledger at {document.UpdatedAt:u}. Void it there, if it should go." };
        }

        if (locks.Problem(document.Date, "It is dated") is var (_, locked))
        {
            return step with
            {
                Remedy = document.Kind == DocumentKind.Invoice ? UndoRemedy.CreditNote : UndoRemedy.Person,
                Reason = $"{locked} "
                    + (document.Kind == DocumentKind.Invoice
                        ? $"Issue a credit note over {Money(due)} in Kompass, dated in the open period."
                        : "Reverse it with a document dated in the open period."),
            };
        }

        return step with
        {
            Link = link,
            Reason = document.Status is DocumentStatus.Draft or DocumentStatus.Submitted ? "A draft: it is deleted." : "Unpaid and unchanged: it is voided.",
        };
    }

    private static UndoStep Step(Operation operation, UndoRemedy remedy, string reason) => new()
    {
        Record = operation.Record,
        Title = operation.NaturalKey,
        Did = operation.Action,
        Remedy = remedy,
        Reason = reason,
    };

    private static string Money(decimal amount) => DocumentFacts.Text(amount);
}
