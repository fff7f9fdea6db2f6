namespace Kompass.Accounting;

/// <summary>A finished comparison of the ledger's contacts with Kompass's clients.</summary>
public sealed record ReconciliationReport
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

    /// <summary>One row for each contact and for each unmatched client; open rows first, linked ones last, within each by band, high first, and then by confidence.</summary>
    public required IReadOnlyList<ReconciliationRow> Rows { get; init; }

    /// <summary>How many rows a person still has to look at.</summary>
    public int Remaining => Rows.Count(row => row.IsOpen);
}
