namespace Kompass.Accounting;

/// <summary>What one batch has come to: recorded in one transaction, all or nothing.</summary>
public sealed record OutcomeBatch
{
    /// <summary>Operations with their new state.</summary>
    public IReadOnlyCollection<Operation> Operations { get; init; } = [];

    /// <summary>Clients whose link is removed, before <see cref="ContactLinks"/> are added.</summary>
    public IReadOnlyCollection<ClientId> RemovedContactLinks { get; init; } = [];

    /// <summary>Invoices whose link is removed, before <see cref="DocumentLinks"/> are added.</summary>
    public IReadOnlyCollection<InvoiceId> RemovedDocumentLinks { get; init; } = [];

    /// <summary>Mappings that are removed, before <see cref="Mappings"/> are added.</summary>
    public IReadOnlyCollection<CodeMapping> RemovedMappings { get; init; } = [];

    /// <summary>Mappings added, each in place of an earlier one of the same code.</summary>
    public IReadOnlyCollection<CodeMapping> Mappings { get; init; } = [];

    /// <summary>An import added or changed; null for none.</summary>
    public TakeOverImport? Import { get; init; }

    /// <summary>Contact links added or changed.</summary>
    public IReadOnlyCollection<ContactLink> ContactLinks { get; init; } = [];

    /// <summary>Document links added or changed.</summary>
    public IReadOnlyCollection<DocumentLink> DocumentLinks { get; init; } = [];

    /// <summary>Contacts as the ledger answered them, for the mirror.</summary>
    public IReadOnlyCollection<RemoteContact> Contacts { get; init; } = [];

    /// <summary>Records now held; a hold that stands keeps its date unless its reason changed.</summary>
    public IReadOnlyCollection<Hold> Holds { get; init; } = [];

    /// <summary>Records no longer held.</summary>
    public IReadOnlyCollection<RecordKey> Released { get; init; } = [];

    /// <summary>Decisions about clients and contacts, each in place of an earlier one.</summary>
    public IReadOnlyCollection<ContactDecision> Decisions { get; init; } = [];

    /// <summary>Records that are skipped from now on.</summary>
    public IReadOnlyCollection<RecordSkip> Skips { get; init; } = [];

    /// <summary>Records that are no longer skipped.</summary>
    public IReadOnlyCollection<RecordKey> Unskipped { get; init; } = [];

    /// <summary>Entries for the audit trail.</summary>
    public IReadOnlyCollection<AuditEntry> Audit { get; init; } = [];

    /// <summary>Cursors by name, moved only together with what they stand for.</summary>
    public IReadOnlyDictionary<string, SourceCursor> Cursors { get; init; } = new Dictionary<string, SourceCursor>();
}
