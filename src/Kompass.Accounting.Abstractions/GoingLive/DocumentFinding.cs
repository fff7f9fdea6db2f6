namespace Kompass.Accounting;

/// <summary>One Kompass document of a comparison, and what the ledger holds of it.</summary>
public sealed record DocumentFinding
{
    /// <summary>The document as Kompass has it.</summary>
    public required Invoice Invoice { get; init; }

    /// <summary>What it would become.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The number that would be sent; null on journals, and where it cannot be made.</summary>
    public string? Number { get; init; }

    /// <summary>The contact of its client; null on journals, and while the client has none.</summary>
    public RemoteContactId? ContactId { get; init; }

    /// <summary>What becomes of it.</summary>
    public required DocumentFate Fate { get; init; }

    /// <summary>Why, with the facts of both sides where they are in question.</summary>
    public required string Reason { get; init; }

    /// <summary>The documents of the ledger that may be this one; exactly one where it is to be linked, none where it is to be created.</summary>
    public IReadOnlyList<RemoteDocument> Candidates { get; init; } = [];

    /// <summary>What differs although the document is linked; empty otherwise.</summary>
    public IReadOnlyList<DocumentDifference> Differences { get; init; } = [];
}
