namespace Kompass.Accounting;

/// <summary>A document as the ledger holds it.</summary>
public sealed record RemoteDocument
{
    /// <summary>Its id in the ledger.</summary>
    public required RemoteDocumentId Id { get; init; }

    /// <summary>Its kind.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Its state.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>Its number; null on journals.</summary>
    public string? Number { get; init; }

    /// <summary>The customer's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>The contact; null on journals.</summary>
    public RemoteContactId? ContactId { get; init; }

    /// <summary>Its date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Its due date.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Its currency; the base currency on journals.</summary>
    public CurrencyCode? Currency { get; init; }

    /// <summary>Total before tax; zero on journals.</summary>
    public required decimal Net { get; init; }

    /// <summary>Total tax.</summary>
    public required decimal Vat { get; init; }

    /// <summary>Total including tax.</summary>
    public required decimal Gross { get; init; }

    /// <summary>What was paid.</summary>
    public decimal AmountPaid { get; init; }

    /// <summary>What was settled by credit, or for a credit note what of it was used.</summary>
    public decimal AmountCredited { get; init; }

    /// <summary>The date of the latest payment; null when nothing was paid, or the ledger did not say.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>The date of the latest credit; null when there is none, or the ledger did not say.</summary>
    public DateOnly? CreditedOn { get; init; }

    /// <summary>The lines; empty when the ledger answered without them.</summary>
    public IReadOnlyList<RemoteDocumentLine> Lines { get; init; } = [];

    /// <summary>The text of a journal.</summary>
    public string? Narration { get; init; }

    /// <summary>Address of the document in Kompass, as stored.</summary>
    public Uri? Url { get; init; }

    /// <summary>When the ledger last changed it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>True when payments or credits stand against it.</summary>
    public bool IsSettledInPart => AmountPaid != 0 || AmountCredited != 0 || Status == DocumentStatus.Paid;
}
