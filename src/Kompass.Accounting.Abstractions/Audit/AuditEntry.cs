namespace Kompass.Accounting;

/// <summary>One decision of a person: who, when, what, about which record, why, and what it changed. Holds no secrets.</summary>
public sealed record AuditEntry
{
    /// <summary>Its place in the trail, from 1; 0 before it is stored.</summary>
    public long Sequence { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; "sync" for the engine, "host" where the host did not say.</summary>
    public required string Actor { get; init; }

    /// <summary>What.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>The configuration; null when it concerns none.</summary>
    public ConfigurationId? ConfigurationId { get; init; }

    /// <summary>The organisation in the ledger; null when none is connected.</summary>
    public RemoteOrganisationId? RemoteOrganisationId { get; init; }

    /// <summary>The Kompass record; null when it concerns none.</summary>
    public RecordKey? Record { get; init; }

    /// <summary>Why, in the person's words; null when nobody was asked.</summary>
    public string? Reason { get; init; }

    /// <summary>How it was, in words; null when there was nothing.</summary>
    public string? Before { get; init; }

    /// <summary>How it is now, in words; null when there is nothing any more.</summary>
    public string? After { get; init; }
}
