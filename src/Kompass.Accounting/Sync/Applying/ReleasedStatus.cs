namespace Kompass.Accounting;

/// <summary>What Kompass is told of a record whose hold ended without anything being sent.</summary>
internal static class ReleasedStatus
{
    /// <summary>Null for a record that is not in the ledger.</summary>
    public static RecordStatus? Of(RunState run, RecordKey record)
    {
        if (record.Kind == RecordKind.Client)
        {
            return run.ContactLinks.TryGetValue(new(record.Id), out var contact)
                ? new() { Record = record, State = RecordState.Synced, RemoteId = contact.RemoteContactId.Value }
                : null;
        }

        return run.DocumentLinks.TryGetValue(new(record.Id), out var document)
            ? new()
            {
                Record = record,
                State = document.IsVoided ? RecordState.Voided : RecordState.Synced,
                RemoteId = document.RemoteDocumentId.Value,
                Number = document.Number,
            }
            : null;
    }
}
