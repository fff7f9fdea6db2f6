namespace Kompass.Accounting;

/// <summary>Says which document of the ledger a Kompass invoice has become.</summary>
public sealed record DocumentLink
{
    /// <summary>The organisation in the ledger.</summary>
    public required RemoteOrganisationId RemoteOrganisationId { get; init; }

    /// <summary>The Kompass invoice.</summary>
    public required InvoiceId InvoiceId { get; init; }

    /// <summary>The document.</summary>
    public required RemoteDocumentId RemoteDocumentId { get; init; }

    /// <summary>What it became; never changes.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The number as sent; null on journals.</summary>
    public string? Number { get; init; }

    /// <summary>The client as sent; null on journals without one.</summary>
    public ClientId? ClientId { get; init; }

    /// <summary>The currency as sent.</summary>
    public required CurrencyCode Currency { get; init; }

    /// <summary>The date as sent.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Total including tax as the ledger stored it when we last wrote it, positive; the sum of the debits of a journal.</summary>
    public required decimal Gross { get; init; }

    /// <summary>
    /// What the invoice came to in Kompass when it was last sent, positive; the sum of the debits of a journal. Null when that was not kept.
    /// </summary>
    public decimal? SentTotal { get; init; }

    /// <summary>Hash of the invoice as last sent, with its algorithm's version.</summary>
    public required string RecordHash { get; init; }

    /// <summary>When the ledger last changed the document, as far as we know.</summary>
    public required DateTimeOffset RemoteUpdatedAt { get; init; }

    /// <summary>
    /// Digest of what the document said (dates, lines, accounts, tax types) as the ledger stored it when we last wrote or linked it: a
    /// ledger may let people recode a line without a new time. Null when that was not kept.
    /// </summary>
    public string? StoredDigest { get; init; }

    /// <summary>True once we voided it.</summary>
    public bool IsVoided { get; init; }

    /// <summary>Who approved that it was undone; null while it is not. It is voided then, and not sent anew before it is released.</summary>
    public string? UndoneBy { get; init; }

    /// <summary>On a credit note: the invoice for which it was used; null until then.</summary>
    public InvoiceId? AllocatedTo { get; init; }

    /// <summary>How the ledger last showed it, where that is not as we wrote it; null otherwise.</summary>
    public RemoteStanding? Standing { get; init; }

    /// <summary>When it was first sent.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
