namespace Kompass.Xero.AspNetCore;

/// <summary>The form that adds a link record.</summary>
internal sealed record ContactLinkModel(Selection Selection) : ISelectionModel
{
    /// <summary>The clients to choose from.</summary>
    public IReadOnlyList<Client> Clients { get; init; } = [];

    /// <summary>What the clients were searched for; empty for all.</summary>
    public string Search { get; init; } = "";

    /// <summary>True when there are more clients than are offered.</summary>
    public bool IsCutShort { get; init; }

    public string Client { get; init; } = "";

    public string Uuid { get; init; } = "";

    /// <summary>What the contacts were searched for; empty for nothing.</summary>
    public string Find { get; init; } = "";

    /// <summary>The contacts that were found; null when none were looked for.</summary>
    public IReadOnlyList<ContactFind>? Finds { get; init; }

    /// <summary>The instant up to which contacts are known; null when they were never read.</summary>
    public DateTimeOffset? KnownUntil { get; init; }

    /// <summary>The contact as Xero has it, and what speaks against the link; null before it was looked up.</summary>
    public ContactLinkCheck? Check { get; init; }

    /// <summary>Where that contact stands in Xero.</summary>
    public string Address { get; init; } = "";

    public bool IsConfirmed { get; init; }

    public string Reason { get; init; } = "";

    public string? ClientProblem { get; init; }

    public string? UuidProblem { get; init; }

    public string? ConfirmProblem { get; init; }

    public string? ReasonProblem { get; init; }

    public bool HasProblem => (ClientProblem ?? UuidProblem ?? ConfirmProblem ?? ReasonProblem) is not null;

    /// <summary>Names all that a person confirms, so that a tick never stands for doubts that were not shown.</summary>
    public string Confirmation => Check is { } check
        ? $"{check.Client?.Id}|{check.Contact.Id}|{string.Join(',', check.Doubts.Select(doubt => doubt.Text))}"
        : "";
}
