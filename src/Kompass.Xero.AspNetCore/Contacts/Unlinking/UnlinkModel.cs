namespace Kompass.Xero.AspNetCore;

/// <summary>The question before a link is removed.</summary>
internal sealed record UnlinkModel(Selection Selection, ContactLink Link, string? ClientName, RemoteContact? Contact) : ISelectionModel
{
    public string Reason { get; init; } = "";

    public string? ReasonProblem { get; init; }

    /// <summary>Why the link could not be removed now; null when it can.</summary>
    public string? Problem { get; init; }
}
