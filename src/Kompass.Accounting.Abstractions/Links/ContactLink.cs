namespace Kompass.Accounting;

/// <summary>Says that a Kompass client and a contact of the ledger are the same.</summary>
public sealed record ContactLink
{
    /// <summary>The organisation in the ledger.</summary>
    public required RemoteOrganisationId RemoteOrganisationId { get; init; }

    /// <summary>The client.</summary>
    public required ClientId ClientId { get; init; }

    /// <summary>The contact.</summary>
    public required RemoteContactId RemoteContactId { get; init; }

    /// <summary>How the link came to be.</summary>
    public required LinkOrigin Origin { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it; "sync" for the engine.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Hash of the client as last sent, with its algorithm's version; null when it was never sent.</summary>
    public string? RecordHash { get; init; }

    /// <summary>The name as last sent; null when no name was ever sent.</summary>
    public string? SentName { get; init; }

    /// <summary>True when an administrator allowed several clients to share the contact.</summary>
    public bool IsShared { get; init; }

    /// <summary>What somebody did to the contact in the ledger, as it was last told; null when nothing.</summary>
    public RecordDrift? Drift { get; init; }
}
