using Microsoft.Extensions.Options;

namespace Kompass.Accounting;

/// <summary>
/// Finds out, by reading, what became of operations whose outcome is not known. A record that was found is linked; one that was
/// not found is believed absent only after the longest flight of a request.
/// </summary>
internal sealed class Settler(
    ISyncJournal journal,
    OutcomeRecorder recorder,
    IMappingStore mappings,
    ContactReader contactReader,
    IDocumentStore documents,
    IOptions<SyncOptions> options,
    SyncTelemetry telemetry,
    TimeProvider clock)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public async Task SettleAsync(Lease lease, ConfigurationId configuration, RemoteConnection connection, CancellationToken cancellationToken)
    {
        var unsettled = await journal.GetUnsettledAsync(connection.OrganisationId, cancellationToken);
        if (unsettled.Count == 0)
        {
            return;
        }

        var contactOperations = unsettled.Where(operation => operation.DocumentKind is null).ToList();
        if (contactOperations.Count > 0)
        {
            await SettleContactsAsync(lease, configuration, connection, contactOperations, cancellationToken);
        }

        foreach (var kind in unsettled.Where(operation => operation.DocumentKind is not null).GroupBy(operation => operation.DocumentKind!.Value))
        {
            await SettleDocumentsAsync(lease, configuration, connection, kind.Key, [.. kind], cancellationToken);
        }
    }

    /// <summary>When everything can be settled whose outcome is not known yet; null when nothing is in doubt.</summary>
    public async Task<DateTimeOffset?> ClearAtAsync(RemoteOrganisationId organisation, CancellationToken cancellationToken)
    {
        var latest = (await journal.GetUnsettledAsync(organisation, cancellationToken)).Max(operation => (DateTimeOffset?)operation.IntendedAt);
        return latest + LongestDoubt + Moment is { } at && at > clock.GetUtcNow() ? at : null;
    }

    private async Task SettleContactsAsync(
        Lease lease,
        ConfigurationId configuration,
        RemoteConnection connection,
        List<Operation> operations,
        CancellationToken cancellationToken)
    {
        var contacts = await contactReader.GetCurrentAsync(connection, keep: true, cancellationToken);
        var byKey = contacts
            .SelectMany(contact => new[] { (Key: contact.ContactNumber, contact), (Key: contact.Name, contact) })
            .Where(entry => !string.IsNullOrEmpty(entry.Key))
            .ToLookup(entry => entry.Key!, entry => entry.contact, StringComparer.Ordinal);
        var byClient = (await mappings.GetContactLinksAsync(connection.OrganisationId, cancellationToken)).ToDictionary(link => link.ClientId);
        var links = byClient.Values.Select(link => link.RemoteContactId).ToHashSet();
        var byId = contacts.ToDictionary(contact => contact.Id);
        var batch = new Outcomes();
        foreach (var operation in operations)
        {
            var found = operation.Action == OperationAction.Create
                ? byKey[operation.NaturalKey].FirstOrDefault(contact => WrittenSince(contact.UpdatedAt, operation) && !links.Contains(contact.Id))
                : null;
            if (found is not null)
            {
                batch.Operations.Add(Succeeded(operation, found.Id.Value));
                batch.ContactLinks.Add(LinkFor(operation, found));
                batch.Release(operation.Record, RecordState.Synced, found.Id.Value, null);
            }
            else if (Renamed(operation, byClient, byId) is { } renamed)
            {
                batch.Operations.Add(Succeeded(operation, renamed.RemoteContactId.Value));
                batch.ContactLinks.Add(renamed);
                batch.Release(operation.Record, RecordState.Synced, renamed.RemoteContactId.Value, null);
            }
            else if (IsBelievedAbsent(operation))
            {
                batch.Operations.Add(Failed(operation));
            }
        }

        await RecordAsync(lease, configuration, connection, batch, cancellationToken);
    }

    private async Task SettleDocumentsAsync(
        Lease lease,
        ConfigurationId configuration,
        RemoteConnection connection,
        DocumentKind kind,
        List<Operation> operations,
        CancellationToken cancellationToken)
    {
        var found = await FindAsync(connection, kind, operations, cancellationToken);
        var links = (await mappings.GetDocumentLinksAsync(connection.OrganisationId, cancellationToken)).ToDictionary(link => link.InvoiceId);
        var owners = links.Values.ToDictionary(link => link.RemoteDocumentId, link => link.InvoiceId.Value);
        var batch = new Outcomes();
        foreach (var operation in operations)
        {
            var link = links.GetValueOrDefault(new(operation.Record.Id));
            var free = found.Where(document => owners.GetValueOrDefault(document.Id, operation.Record.Id) == operation.Record.Id).ToList();
            if (DocumentSettlement.Decide(operation, free, link, operation.IntendedAt - options.Value.Overlap, clock.GetUtcNow()) is { } settled)
            {
                batch.Operations.Add(Succeeded(operation, settled.RemoteDocumentId.Value));
                batch.DocumentLinks.Add(settled);
                if (settled.UndoneBy is not null)
                {
                    batch.Hold(UndoneHolds.For(settled, settled.Number ?? operation.Record.Id, clock.GetUtcNow()));
                    continue;
                }

                if (operation.Action == OperationAction.Create && Differs(operation, free, settled))
                {
                    batch.Hold(HoldFactory.Make(
                        operation.Record,
                        settled.Number ?? operation.Record.Id,
                        settled.Gross,
                        HoldReason.StoredDiffers,
                        $"Document {DocumentNames.Of(settled)} was found after its answer was lost, and its lines or dates are not those that were sent.",
                        clock.GetUtcNow()));
                    continue;
                }

                var state = settled.IsVoided ? RecordState.Voided : RecordState.Synced;
                batch.Release(operation.Record, state, settled.RemoteDocumentId.Value, settled.Number);
            }
            else if (IsBelievedAbsent(operation))
            {
                batch.Operations.Add(Failed(operation));
            }
        }

        await RecordAsync(lease, configuration, connection, batch, cancellationToken);
    }

    /// <summary>The source's own instant is not kept with an operation: what is found here counts from its intent.</summary>
    private async Task RecordAsync(
        Lease lease, ConfigurationId configuration, RemoteConnection connection, Outcomes batch, CancellationToken cancellationToken)
    {
        await recorder.RecordAsync(lease, configuration, batch, cancellationToken);
        foreach (var found in batch.Operations.Where(operation => operation is { State: OperationState.Succeeded, Action: not OperationAction.Undo }))
        {
            telemetry.Arrived(changedAt: null, connection.ConnectedAt, found.IntendedAt);
        }
    }

    private static bool Differs(Operation operation, List<RemoteDocument> found, DocumentLink settled) =>
        operation.Evidence?.Digest is { } digest && DocumentDigest.Of(found.First(document => document.Id == settled.RemoteDocumentId)) != digest;

    private async Task<IReadOnlyList<RemoteDocument>> FindAsync(
        RemoteConnection connection,
        DocumentKind kind,
        List<Operation> operations,
        CancellationToken cancellationToken)
    {
        var found = new List<RemoteDocument>();
        var created = operations.Where(operation => operation.Action == OperationAction.Create).ToList();
        if (created.Count > 0)
        {
            var since = created.Min(operation => operation.IntendedAt) - options.Value.Overlap;
            found.AddRange(await documents.FindByNaturalKeyAsync(
                connection,
                kind,
                [.. created.Select(operation => operation.NaturalKey)],
                since,
                cancellationToken));
        }

        var changed = operations
            .Where(operation => operation.Action != OperationAction.Create && operation.RemoteId is not null)
            .Select(operation => new RemoteDocumentId(operation.RemoteId!))
            .Distinct()
            .ToList();
        if (changed.Count > 0)
        {
            found.AddRange(await documents.FindAsync(connection, kind, changed, cancellationToken));
        }

        return found;
    }

    /// <summary>The link after an update whose name arrived; null when there is none, so that the name is taken for a person's.</summary>
    private ContactLink? Renamed(
        Operation operation,
        Dictionary<ClientId, ContactLink> links,
        Dictionary<RemoteContactId, RemoteContact> contacts) =>
        operation.Action == OperationAction.Update
            && links.TryGetValue(new(operation.Record.Id), out var link)
            && contacts.TryGetValue(link.RemoteContactId, out var contact)
            && contact.Name == operation.NaturalKey
            && WrittenSince(contact.UpdatedAt, operation)
            ? link with { RecordHash = operation.RecordHash, SentName = contact.Name }
            : null;

    private ContactLink LinkFor(Operation operation, RemoteContact contact) => new()
    {
        RemoteOrganisationId = operation.RemoteOrganisationId,
        ClientId = new(operation.Record.Id),
        RemoteContactId = contact.Id,
        Origin = LinkOrigin.Created,
        CreatedAt = clock.GetUtcNow(),
        CreatedBy = "sync",
        RecordHash = operation.RecordHash,
        SentName = contact.Name,
    };

    private bool WrittenSince(DateTimeOffset updatedAt, Operation operation) => updatedAt >= operation.IntendedAt - options.Value.Overlap;

    private TimeSpan LongestDoubt => options.Value.LongestCall + options.Value.LongestFlight;

    private bool IsBelievedAbsent(Operation operation) => clock.GetUtcNow() - operation.IntendedAt > LongestDoubt;

    private Operation Succeeded(Operation operation, string remoteId) =>
        operation with { State = OperationState.Succeeded, SettledAt = clock.GetUtcNow(), RemoteId = remoteId, Error = null };

    private Operation Failed(Operation operation) => operation with
    {
        State = OperationState.Failed,
        SettledAt = clock.GetUtcNow(),
        Error = "No effect was found after the longest flight of a request.",
    };
}
