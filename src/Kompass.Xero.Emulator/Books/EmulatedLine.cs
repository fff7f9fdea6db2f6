using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <summary>A line of an invoice or of a credit note. Immutable.</summary>
public sealed record EmulatedLine
{
    /// <summary>The line's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The quantity, 4 decimals.</summary>
    public decimal Quantity { get; init; }

    /// <summary>The price of one: 2 decimals, or 4 when written with <c>unitdp=4</c>.</summary>
    public decimal UnitAmount { get; init; }

    /// <summary>The discount in per cent; <see langword="null"/> for none.</summary>
    public decimal? DiscountRate { get; init; }

    /// <summary>The discount as an amount; <see langword="null"/> for none.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>The item's code.</summary>
    public string? ItemCode { get; init; }

    /// <summary>The account's code; <see langword="null"/> when the account has none, or none was given.</summary>
    public string? AccountCode { get; init; }

    /// <summary>The account's id; <see langword="null"/> when none was given.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The tax type.</summary>
    public string? TaxType { get; init; }

    /// <summary>The amount after discount: with tax when the document's amounts include it, without otherwise.</summary>
    public decimal LineAmount { get; init; }

    /// <summary>The tax, rounded on this line.</summary>
    public decimal TaxAmount { get; init; }

    /// <summary>The tracking options: category and option.</summary>
    public ImmutableList<EmulatedTracking> Tracking { get; init; } = [];
}
