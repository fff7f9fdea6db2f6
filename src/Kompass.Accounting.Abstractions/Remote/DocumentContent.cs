namespace Kompass.Accounting;

/// <summary>A document as a sync writes it: whole, every time.</summary>
public sealed record DocumentContent
{
    /// <summary>The kind.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The number on the paper; null on journals, which have none.</summary>
    public string? Number { get; init; }

    /// <summary>The customer's reference; null when there is none, and on updates, where it is left to people.</summary>
    public string? Reference { get; init; }

    /// <summary>The contact; null on journals.</summary>
    public RemoteContactId? ContactId { get; init; }

    /// <summary>The date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The due date; null on credit notes and journals.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The currency of all amounts.</summary>
    public required CurrencyCode Currency { get; init; }

    /// <summary>How the line amounts relate to tax.</summary>
    public required LineAmountTypes LineAmountTypes { get; init; }

    /// <summary>The state to give it: draft, submitted or approved.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>The lines, in order.</summary>
    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>The text of a journal, with the marker by which it is found again at its end; null on other kinds.</summary>
    public string? Narration { get; init; }

    /// <summary>Address of the document in Kompass; null when there is none.</summary>
    public Uri? Url { get; init; }
}
