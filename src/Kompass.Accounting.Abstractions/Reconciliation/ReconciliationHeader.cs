namespace Kompass.Accounting;

/// <summary>A finished comparison without its rows.</summary>
public sealed record ReconciliationHeader
{
    /// <summary>Its id.</summary>
    public required ReconciliationId Id { get; init; }

    /// <summary>The configuration.</summary>
    public required ConfigurationId ConfigurationId { get; init; }

    /// <summary>The organisation in the ledger.</summary>
    public required RemoteOrganisationId RemoteOrganisationId { get; init; }

    /// <summary>The Kompass organisations whose clients were compared.</summary>
    public required IReadOnlyList<KompassOrganisationId> Organisations { get; init; }

    /// <summary>When it was finished.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string RequestedBy { get; init; }
}
