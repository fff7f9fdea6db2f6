namespace Kompass.Accounting;

/// <summary>What the documents that a plan creates would post to one account, under one class of VAT, in one month, for one contact and in one currency.</summary>
public sealed record PlannedPosting
{
    /// <summary>Code and name of the account; "Receivables" and "VAT" for the two that the ledger chooses by their part.</summary>
    public required string Account { get; init; }

    /// <summary>True when the amounts fell to the account default for want of a mapping.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The class of VAT, as the ledger codes it; null on receivables and on journals.</summary>
    public string? TaxType { get; init; }

    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The client; null on journals, and where the plan has too many to tell apart.</summary>
    public ClientId? ClientId { get; init; }

    /// <summary>The contact's name, or the client's key where it is not known; null on journals; "Other contacts" beyond <see cref="SyncPlan.MaximumPostingContacts"/>.</summary>
    public string? Contact { get; init; }

    /// <summary>The currency of the amounts: the documents' own.</summary>
    public required CurrencyCode Currency { get; init; }

    /// <summary>Sum of debits.</summary>
    public decimal Debit { get; init; }

    /// <summary>Sum of credits.</summary>
    public decimal Credit { get; init; }
}
