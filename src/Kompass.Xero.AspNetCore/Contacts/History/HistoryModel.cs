namespace Kompass.Xero.AspNetCore;

/// <summary>Everything that was decided about one client, and done for it in Xero.</summary>
internal sealed record HistoryModel(Selection Selection, ClientId Client, PageList<HistoryEvent> Events) : ISelectionModel
{
    public string? ClientName { get; init; }

    /// <summary>The link as it stands; null when there is none any more.</summary>
    public ContactLink? Link { get; init; }

    /// <summary>The contact, as it was last read.</summary>
    public RemoteContact? Contact { get; init; }

    /// <summary>Where the contact stands in Xero; empty without a link.</summary>
    public string Address { get; init; } = "";

    /// <summary>Why the client waits; null when it does not.</summary>
    public Hold? Hold { get; init; }
}
