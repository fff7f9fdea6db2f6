using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <summary>A manual journal in the books. Immutable.</summary>
public sealed record EmulatedJournal
{
    /// <summary>The journal's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The narration: the only text, since a journal has neither number nor reference.</summary>
    public required string Narration { get; init; }

    /// <summary>DRAFT, POSTED, DELETED, VOIDED or ARCHIVED. Default: DRAFT.</summary>
    public string Status { get; init; } = "DRAFT";

    /// <summary>The journal's date.</summary>
    public DateOnly Date { get; init; }

    /// <summary>NoTax, Exclusive or Inclusive. Default: NoTax.</summary>
    public string LineAmountTypes { get; init; } = "NoTax";

    /// <summary>The lines in their order.</summary>
    public ImmutableList<EmulatedJournalLine> Lines { get; init; } = [];

    /// <summary>The link to the source document.</summary>
    public string? Url { get; init; }

    /// <summary>Whether cash-basis reports show it. Default: true.</summary>
    public bool ShowOnCashBasisReports { get; init; } = true;

    /// <summary>When it was last written.</summary>
    public DateTimeOffset UpdatedDateUtc { get; init; }

    /// <summary>The sum of the debits, without tax.</summary>
    public decimal Debits => Lines.Where(line => line.LineAmount > 0).Sum(line => line.LineAmount);

    internal bool IsDead => Status is "VOIDED" or "DELETED";
}
