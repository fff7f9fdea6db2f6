namespace Kompass.Accounting;

/// <summary>What Kompass is told of a document that was changed in the ledger.</summary>
internal static class DriftStatus
{
    public static RecordStatus Of(DocumentLink link, Hold? hold) => new()
    {
        Record = RecordKey.Of(link.InvoiceId),
        State = hold is not null ? RecordState.Held : link.IsVoided || link.Standing?.IsWithdrawn == true ? RecordState.Voided : RecordState.Synced,
        RemoteId = link.RemoteDocumentId.Value,
        Number = link.Number,
        Hold = hold,
        Drift = link.Standing?.Drift,
        AmountPaid = link.Standing?.AmountPaid ?? 0,
        AmountCredited = link.Standing?.AmountCredited ?? 0,
        PaidOn = link.Standing?.PaidOn,
        CreditedOn = link.Standing?.CreditedOn,
    };

    public static RecordStatus Of(ContactLink link) => new()
    {
        Record = RecordKey.Of(link.ClientId),
        State = RecordState.Synced,
        RemoteId = link.RemoteContactId.Value,
        Drift = link.Drift,
    };
}
