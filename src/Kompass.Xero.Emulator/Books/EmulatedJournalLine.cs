using System.Collections.Immutable;

namespace Kompass.Xero.Emulator;

/// <summary>A line of a manual journal. Immutable.</summary>
public sealed record EmulatedJournalLine
{
    /// <summary>The amount: debits positive, credits negative.</summary>
    public required decimal LineAmount { get; init; }

    /// <summary>The account's id.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The account's code.</summary>
    public string? AccountCode { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The tax type. Default: NONE.</summary>
    public string TaxType { get; init; } = "NONE";

    /// <summary>The tax on this line.</summary>
    public decimal TaxAmount { get; init; }

    /// <summary>The tracking options.</summary>
    public ImmutableList<EmulatedTracking> Tracking { get; init; } = [];
}
