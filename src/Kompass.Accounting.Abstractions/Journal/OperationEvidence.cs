namespace Kompass.Accounting;

/// <summary>By what the effect of an operation is recognised when it has to be looked for.</summary>
public sealed record OperationEvidence
{
    /// <summary>The client that the document names; null when it names none.</summary>
    public ClientId? ClientId { get; init; }

    /// <summary>The contact that was written into the document; null on journals.</summary>
    public RemoteContactId? ContactId { get; init; }

    /// <summary>The currency of the document.</summary>
    public required CurrencyCode Currency { get; init; }

    /// <summary>The total including VAT that the ledger must arrive at, positive.</summary>
    public required decimal Gross { get; init; }

    /// <summary>Who approved an undo; null on everything else.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>A digest of the date and the lines that were sent; null where there is nothing to compare.</summary>
    public string? Digest { get; init; }
}
