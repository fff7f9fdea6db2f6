using System.Text.Json.Serialization;

namespace Kompass.Accounting;

/// <summary>The connection of a configuration to one organisation of the ledger.</summary>
public sealed record RemoteConnection
{
    /// <summary>The organisation.</summary>
    public required RemoteOrganisationId OrganisationId { get; init; }

    /// <summary>Its name when it was connected.</summary>
    public required string OrganisationName { get; init; }

    /// <summary>The credential to use: it belongs to the user who consented, and may serve several connections.</summary>
    public required CredentialId CredentialId { get; init; }

    /// <summary>The ledger's own id of the connection, needed to end it.</summary>
    public required string ConnectionReference { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }

    /// <summary>The administrator who made it.</summary>
    public required string ConnectedBy { get; init; }

    /// <summary>
    /// True for calls of the sync, which leave a share of the ledger's limits to people; false for those that a person waits for. Not
    /// kept. Default: false.
    /// </summary>
    [JsonIgnore]
    public bool IsBackground { get; init; }

    /// <summary>True where nothing may be written: the adapter refuses each writing call before it is sent. Not kept. Default: false.</summary>
    [JsonIgnore]
    public bool IsReadOnly { get; init; }

    /// <summary>Set while the ledger accepts the connection no more; null while it works, as far as is known.</summary>
    public ConnectionLoss? Loss { get; init; }
}
