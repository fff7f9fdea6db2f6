using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <summary>An invoice, a bill or a credit note in the books. Immutable. All amounts are in the document's currency.</summary>
public sealed record EmulatedDocument
{
    /// <summary>The document's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Invoice or credit note.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>ACCREC, ACCPAY, ACCRECCREDIT or ACCPAYCREDIT.</summary>
    public required string Type { get; init; }

    /// <summary>The contact.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>The invoice or credit-note number.</summary>
    public string? Number { get; init; }

    /// <summary>The reference.</summary>
    public string? Reference { get; init; }

    /// <summary>DRAFT, SUBMITTED, AUTHORISED, PAID, VOIDED or DELETED. Default: DRAFT.</summary>
    public string Status { get; init; } = "DRAFT";

    /// <summary>The document's date.</summary>
    public DateOnly Date { get; init; }

    /// <summary>When it falls due; <see langword="null"/> for credit notes.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Exclusive, Inclusive or NoTax. Default: Exclusive.</summary>
    public string LineAmountTypes { get; init; } = "Exclusive";

    /// <summary>The lines in their order.</summary>
    public ImmutableList<EmulatedLine> Lines { get; init; } = [];

    /// <summary>The document's currency.</summary>
    public string CurrencyCode { get; init; } = "GBP";

    /// <summary>The exchange rate; 1 in the base currency.</summary>
    public decimal CurrencyRate { get; init; } = 1m;

    /// <summary>The link to the source document.</summary>
    public string? Url { get; init; }

    /// <summary>Whether it is marked as sent.</summary>
    public bool SentToContact { get; init; }

    /// <summary>The total without tax.</summary>
    public decimal Net { get; init; }

    /// <summary>The tax: the sum of the lines' rounded taxes.</summary>
    public decimal Vat { get; init; }

    /// <summary>The total with tax.</summary>
    public decimal Gross { get; init; }

    /// <summary>What was paid (or, on a credit note, refunded).</summary>
    public decimal AmountPaid { get; init; }

    /// <summary>What was credited (or, on a credit note, allocated).</summary>
    public decimal AmountCredited { get; init; }

    /// <summary>What is still due (or, on a credit note, still to be allocated).</summary>
    public decimal AmountDue => IsDead ? 0.00m : Gross - AmountPaid - AmountCredited;

    /// <summary>The date of the payment or credit that settled it.</summary>
    public DateOnly? FullyPaidOn { get; init; }

    /// <summary>Whether it came in through the API rather than from a person or a seed.</summary>
    public bool CreatedByApp { get; init; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset UpdatedDateUtc { get; init; }

    internal bool IsDead => Status is "VOIDED" or "DELETED";

    internal bool IsApproved => Status is "AUTHORISED" or "PAID";

    internal bool IsSales => Type is "ACCREC" or "ACCRECCREDIT";

    internal bool IsSettledInPart => AmountPaid != 0 || AmountCredited != 0;
}
