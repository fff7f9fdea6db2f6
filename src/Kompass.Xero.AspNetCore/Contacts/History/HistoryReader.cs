namespace Kompass.Xero.AspNetCore;

/// <summary>Puts the audit trail and the journal of one client into one story, newest first.</summary>
internal sealed class HistoryReader(IAuditTrail trail, ISyncJournal journal)
{
    private const int AtOnce = 500;

    public async Task<IReadOnlyList<HistoryEvent>> ReadAsync(RemoteOrganisationId organisation, ClientId client, CancellationToken cancellationToken)
    {
        var record = RecordKey.Of(client);
        var decided = await DecidedAsync(new() { RemoteOrganisationId = organisation, Record = record, Maximum = AtOnce }, cancellationToken);
        var sent = (await journal.GetHistoryAsync(organisation, record, cancellationToken)).Select(Of);
        return [.. decided.Concat(sent.Reverse()).OrderByDescending(entry => entry.At)];
    }

    private async Task<IReadOnlyList<HistoryEvent>> DecidedAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        var all = new List<HistoryEvent>();
        IReadOnlyList<AuditEntry> found;
        do
        {
            found = await trail.ReadAsync(query, cancellationToken);
            all.AddRange(found.Select(Of));
            query = query with { Before = found.Count > 0 ? found[^1].Sequence : null };
        }
        while (found.Count == AtOnce);
        return all;
    }

    private static HistoryEvent Of(AuditEntry entry) => new(entry.At, entry.Actor, Texts.Words(entry.Action), entry.Reason, entry.Before, entry.After);

    private static HistoryEvent Of(Operation operation)
    {
        var done = operation.Action switch
        {
            OperationAction.Create => "Contact created in Xero",
            OperationAction.Update => "Contact updated in Xero",
            var other => $"{Texts.Words(other)} in Xero",
        };
        return operation.State switch
        {
            OperationState.Succeeded => new(operation.SettledAt ?? operation.IntendedAt, "sync", done, null, null, Contact(operation)),
            OperationState.Failed => new(
                operation.SettledAt ?? operation.IntendedAt, "sync", $"{done}: it did not happen", operation.Error, null, Contact(operation), IsTrouble: true),
            _ => new(
                operation.IntendedAt, "sync", $"{done}: it is not known yet what became of it", operation.Error ?? "The next sync finds out before it sends anything.",
                null, Contact(operation), IsTrouble: true),
        };
    }

    private static string? Contact(Operation operation) => operation.RemoteId is { } id ? $"contact {id}" : null;
}
