namespace Kompass.Accounting;

/// <summary>A client and a contact before they are linked: what a person sees, and what the link would meet.</summary>
public sealed record ContactLinkCheck
{
    /// <summary>The client; null when none was named.</summary>
    public Client? Client { get; init; }

    /// <summary>The contact as the ledger has it now.</summary>
    public required RemoteContact Contact { get; init; }

    /// <summary>The link that stands between the two already; null when there is none.</summary>
    public ContactLink? Standing { get; init; }

    /// <summary>Why the contact cannot be linked at all, and what to do; null when it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>What a person has to confirm, with a reason; empty for an ordinary link.</summary>
    public IReadOnlyList<LinkDoubt> Doubts { get; init; } = [];

    /// <summary>How likely the two are the same, 0 to 1, judged by themselves; null without a client.</summary>
    public double? Confidence { get; init; }

    /// <summary>What the two have in common, in words; null when there is nothing.</summary>
    public string? Likeness { get; init; }
}
