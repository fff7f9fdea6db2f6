namespace Kompass.Accounting;

/// <summary>
/// Which contact links are read: all, or, where <see cref="Clients"/>, <see cref="Contacts"/> or <see cref="Text"/> are given, those for which
/// one of them holds. Newest first, then by client.
/// </summary>
public sealed record ContactLinkQuery
{
    /// <summary>Links of these clients; null when that does not matter.</summary>
    public IReadOnlyCollection<ClientId>? Clients { get; init; }

    /// <summary>Links to these contacts; null when that does not matter.</summary>
    public IReadOnlyCollection<RemoteContactId>? Contacts { get; init; }

    /// <summary>Links with this part in the id of client or contact, whatever the case of its letters A to Z; null when that does not matter.</summary>
    public string? Text { get; init; }

    /// <summary>How many links are passed over, 0 or more. Default: 0.</summary>
    public int Skip { get; init; }

    /// <summary>The most links of a page, at least 1. Default: 100.</summary>
    public int Maximum { get; init; } = 100;

    /// <summary>True when all links are asked for.</summary>
    public bool IsForAll => Clients is null && Contacts is null && Text is null;
}
