namespace Kompass.Accounting;

/// <summary>A remembered decision about a client, a contact, or both.</summary>
public sealed record ContactDecision
{
    /// <summary>The organisation in the ledger.</summary>
    public required RemoteOrganisationId RemoteOrganisationId { get; init; }

    /// <summary>The client decided about; null when the decision is about a contact alone.</summary>
    public ClientId? ClientId { get; init; }

    /// <summary>The contact decided about; null when the decision is about a client alone.</summary>
    public RemoteContactId? RemoteContactId { get; init; }

    /// <summary>What was decided.</summary>
    public required ReviewDecision Decision { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>By whom.</summary>
    public required string DecidedBy { get; init; }
}
