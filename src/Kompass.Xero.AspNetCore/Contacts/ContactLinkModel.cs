namespace Kompass.Xero.AspNetCore;

/// <summary>The form that adds a link record.</summary>
internal sealed record ContactLinkModel(Selection Selection, IReadOnlyList<Client> Clients, string Search) : ISelectionModel
{
    public bool IsCutShort { get; init; }

    public string Client { get; init; } = "";

    public string Uuid { get; init; } = "";

    public string? ClientProblem { get; init; }

    public string? UuidProblem { get; init; }
}
