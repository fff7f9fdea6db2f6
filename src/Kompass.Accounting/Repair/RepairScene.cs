namespace Kompass.Accounting;

/// <summary>What a repair knows of an organisation, under its lease. Follows what the repair itself changes.</summary>
internal sealed class RepairScene
{
    public required SyncConfiguration Configuration { get; init; }

    public required RemoteConnection Connection { get; init; }

    public required RepairOrder Order { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required Dictionary<ClientId, ContactLink> ContactLinks { get; init; }

    public required Dictionary<InvoiceId, DocumentLink> DocumentLinks { get; init; }

    public required IReadOnlyDictionary<RecordKey, Hold> Holds { get; init; }

    public required IReadOnlyDictionary<RecordKey, RecordSkip> Skips { get; init; }

    /// <summary>Records with an operation whose outcome is not known.</summary>
    public required IReadOnlySet<RecordKey> Unsettled { get; init; }

    public RemoteOrganisationId OrganisationId => Connection.OrganisationId;

    public bool IsLinked(RecordKey record) =>
        record.Kind == RecordKind.Client ? ContactLinks.ContainsKey(new(record.Id)) : DocumentLinks.ContainsKey(new(record.Id));

    /// <summary>How a record stands, in words for the audit trail.</summary>
    public string Describe(RecordKey record)
    {
        var parts = new List<string>();
        if (record.Kind == RecordKind.Client && ContactLinks.TryGetValue(new(record.Id), out var contact))
        {
            parts.Add($"linked to contact {contact.RemoteContactId}");
        }

        if (record.Kind == RecordKind.Invoice && DocumentLinks.TryGetValue(new(record.Id), out var document))
        {
            parts.Add($"linked to document {document.RemoteDocumentId}");
        }

        if (Holds.TryGetValue(record, out var hold))
        {
            parts.Add($"held: {hold.Reason}");
        }

        if (Skips.TryGetValue(record, out var skip))
        {
            parts.Add($"skipped by {skip.SkippedBy}");
        }

        return parts.Count == 0 ? "not in the ledger" : string.Join(", ", parts);
    }

    /// <summary>Takes in what a repair of one record recorded, so that the next one sees it.</summary>
    public void Absorb(Outcomes outcomes)
    {
        outcomes.RemovedContactLinks.ForEach(client => ContactLinks.Remove(client));
        outcomes.RemovedDocumentLinks.ForEach(invoice => DocumentLinks.Remove(invoice));
        outcomes.ContactLinks.ForEach(link => ContactLinks[link.ClientId] = link);
        outcomes.DocumentLinks.ForEach(link => DocumentLinks[link.InvoiceId] = link);
    }
}
