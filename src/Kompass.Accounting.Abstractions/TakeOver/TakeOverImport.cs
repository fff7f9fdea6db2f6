namespace Kompass.Accounting;

/// <summary>What one import took over from an earlier integration: exactly the records that it added.</summary>
public sealed record TakeOverImport
{
    /// <summary>Its id.</summary>
    public required ImportId Id { get; init; }

    /// <summary>The configuration.</summary>
    public required ConfigurationId ConfigurationId { get; init; }

    /// <summary>The organisation in the ledger.</summary>
    public required RemoteOrganisationId RemoteOrganisationId { get; init; }

    /// <summary>When it was imported.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who imported it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>The contact links, as they were added.</summary>
    public IReadOnlyList<ContactLink> Contacts { get; init; } = [];

    /// <summary>The document links, as they were added.</summary>
    public IReadOnlyList<DocumentLink> Documents { get; init; } = [];

    /// <summary>The mappings.</summary>
    public IReadOnlyList<CodeMapping> Mappings { get; init; } = [];

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateTimeOffset? RevertedAt { get; init; }

    /// <summary>Who took it back; null while it stands.</summary>
    public string? RevertedBy { get; init; }
}
