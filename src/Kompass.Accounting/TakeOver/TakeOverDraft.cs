namespace Kompass.Accounting;

/// <summary>What an import would add, while its files are read.</summary>
internal sealed class TakeOverDraft(
    RemoteOrganisationId organisation,
    IEnumerable<ContactLink> contacts,
    IEnumerable<DocumentLink> documents,
    IEnumerable<CodeMapping> mappings,
    string requestedBy,
    DateTimeOffset now)
{
    public RemoteOrganisationId OrganisationId { get; } = organisation;

    public string RequestedBy { get; } = requestedBy;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The links that stand, and those of this import.</summary>
    public Dictionary<ClientId, ContactLink> ContactLinks { get; } = contacts.ToDictionary(link => link.ClientId);

    public Dictionary<InvoiceId, DocumentLink> DocumentLinks { get; } = documents.ToDictionary(link => link.InvoiceId);

    public Dictionary<(MappingKind, string), CodeMapping> Mappings { get; } = mappings.ToDictionary(mapping => (mapping.Kind, mapping.KompassCode));

    public List<ContactLink> NewContacts { get; } = [];

    public List<DocumentLink> NewDocuments { get; } = [];

    public List<CodeMapping> NewMappings { get; } = [];

    public List<TakeOverIssue> Warnings { get; } = [];

    public int AlreadyThere { get; set; }

    public bool IsEmpty => NewContacts.Count + NewDocuments.Count + NewMappings.Count == 0;

    public void Add(ContactLink link)
    {
        NewContacts.Add(link);
        ContactLinks[link.ClientId] = link;
    }

    public void Add(DocumentLink link)
    {
        NewDocuments.Add(link);
        DocumentLinks[link.InvoiceId] = link;
    }

    public void Add(CodeMapping mapping)
    {
        NewMappings.Add(mapping);
        Mappings[(mapping.Kind, mapping.KompassCode)] = mapping;
    }
}
