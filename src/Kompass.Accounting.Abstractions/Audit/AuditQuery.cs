namespace Kompass.Accounting;

/// <summary>Which part of the audit trail is read.</summary>
public sealed record AuditQuery
{
    /// <summary>Entries of this configuration alone; null for all.</summary>
    public ConfigurationId? ConfigurationId { get; init; }

    /// <summary>Entries about this organisation of the ledger alone; null for all.</summary>
    public RemoteOrganisationId? RemoteOrganisationId { get; init; }

    /// <summary>Entries about this record alone; null for all.</summary>
    public RecordKey? Record { get; init; }

    /// <summary>Entries older than this <see cref="AuditEntry.Sequence"/>: that of the last entry of the page before; null for the first page.</summary>
    public long? Before { get; init; }

    /// <summary>The most entries of a page, at least 1. Default: 100.</summary>
    public int Maximum { get; init; } = 100;
}
