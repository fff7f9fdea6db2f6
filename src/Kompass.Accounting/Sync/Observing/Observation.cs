namespace Kompass.Accounting;

/// <summary>Everything that the planner may know: both sides, and what was remembered.</summary>
internal sealed record Observation
{
    /// <summary>True when nothing has changed since a run that found nothing to do, so that none of what is linked was read.</summary>
    public bool IsStill { get; init; }

    public required SyncConfiguration Configuration { get; init; }

    public required RemoteConnection Connection { get; init; }

    public required ProviderDescriptor Provider { get; init; }

    public required DateTimeOffset ObservedAt { get; init; }

    public required LedgerOrganisation Organisation { get; init; }

    /// <summary>The clients that something may have to be done about; those that are as they were sent are not among them.</summary>
    public required IReadOnlyList<SourceItem<ClientId, Client>> Clients { get; init; }

    /// <summary>Likewise the documents, and the invoices that their credit notes name.</summary>
    public required IReadOnlyList<SourceItem<InvoiceId, Invoice>> Invoices { get; init; }

    /// <summary>Documents that were sent, and that their source does not list any more.</summary>
    public IReadOnlyList<DocumentLink> Missing { get; init; } = [];

    /// <summary>How many records are as they were sent, beside those that were observed.</summary>
    public int Unchanged { get; init; }

    /// <summary>How far the sources were read, to be kept once all of it is done; null when nobody keeps it.</summary>
    public SourceProgress? Reached { get; init; }

    /// <summary>True when documents were left for another plan, since there are too many for one.</summary>
    public bool LeftSome { get; init; }

    public required IReadOnlyDictionary<RemoteContactId, RemoteContact> Contacts { get; init; }

    public required IReadOnlyDictionary<ClientId, ContactLink> ContactLinks { get; init; }

    /// <summary>Links whose contact somebody changed in the ledger; <see cref="ContactLinks"/> has them as they are to be.</summary>
    public IReadOnlyList<ContactDrift> ContactDrifts { get; init; } = [];

    public required Dictionary<InvoiceId, DocumentLink> DocumentLinks { get; init; }

    public required IReadOnlyDictionary<ClientId, ReviewDecision> ClientDecisions { get; init; }

    public required IReadOnlyDictionary<RecordKey, Hold> Holds { get; init; }

    /// <summary>Records that a person skipped.</summary>
    public IReadOnlyDictionary<RecordKey, RecordSkip> Skips { get; init; } = new Dictionary<RecordKey, RecordSkip>();

    /// <summary>Records with an operation whose outcome is not known.</summary>
    public required IReadOnlyDictionary<RecordKey, Operation> Unsettled { get; init; }

    /// <summary>Documents that were held because they are not what was sent, as they are now.</summary>
    public IReadOnlyDictionary<RemoteDocumentId, RemoteDocument> Disputed { get; init; } = new Dictionary<RemoteDocumentId, RemoteDocument>();

    /// <summary>Null when no document is waiting to be sent, so that nothing of it was read.</summary>
    public required LedgerCodes? Codes { get; init; }
}
