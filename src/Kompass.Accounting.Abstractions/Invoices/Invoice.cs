namespace Kompass.Accounting;

/// <summary>
/// An invoice of Kompass, whatever its kind: becomes an invoice, a credit note or a manual journal in the ledger.
/// The kind is derived from the amount, never chosen. Immutable and thread-safe.
/// </summary>
public sealed record Invoice
{
    /// <summary>The key in Kompass; one sequence for all kinds.</summary>
    public required InvoiceId Id { get; init; }

    /// <summary>The Kompass organisation that issued the document.</summary>
    public required KompassOrganisationId OrganisationId { get; init; }

    /// <summary>The client invoiced; journals may leave it null.</summary>
    public ClientId? ClientId { get; init; }

    /// <summary>The number on the paper that the customer holds.</summary>
    public required string Reference { get; init; }

    /// <summary>The customer's order number or the project; null when there is none.</summary>
    public string? OrderReference { get; init; }

    /// <summary>Free text about the document; the narration of a journal.</summary>
    public string? Details { get; init; }

    /// <summary>The date of the document.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The day on which payment is due; null when not stated.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The currency of every amount of the document.</summary>
    public required CurrencyCode Currency { get; init; }

    /// <summary>The document's state in Kompass.</summary>
    public required InvoiceStatus Status { get; init; }

    /// <summary>Whether the document is to be synchronised at all: Kompass's tick of that name.</summary>
    public bool Synchronize { get; init; } = true;

    /// <summary>The lines, in the order of the paper.</summary>
    public required IReadOnlyList<Allocation> Allocations { get; init; }

    /// <summary>Total before VAT as Kompass printed it, two decimals; negative on credit notes, zero on journals.</summary>
    public required decimal Net { get; init; }

    /// <summary>Total VAT as Kompass printed it, two decimals, of the sign of <see cref="Net"/>.</summary>
    public required decimal Vat { get; init; }

    /// <summary>Total including VAT: <see cref="Net"/> plus <see cref="Vat"/>.</summary>
    public decimal Gross => Net + Vat;

    /// <summary>On a credit note: the one invoice that it settles. Null: the credit stays unallocated.</summary>
    public InvoiceId? AppliesTo { get; init; }

    /// <summary>Absolute address of the document in Kompass; null when the host has none.</summary>
    public Uri? Url { get; init; }

    /// <summary>
    /// When it was last changed in Kompass; null where the source does not know. Only the telemetry reads it, to tell how long a change
    /// takes to its record in the ledger.
    /// </summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The kind, derived from <see cref="Net"/>, <see cref="Vat"/> and the allocations.</summary>
    public InvoiceKind Kind => InvoiceKinds.Derive(this);
}
