namespace Kompass.Accounting;

/// <summary>What a plan would post to one account.</summary>
/// <param name="Account">Code and name of the account.</param>
/// <param name="Debit">Sum of debits.</param>
/// <param name="Credit">Sum of credits.</param>
/// <param name="IsDefault">True when the amounts fell to the account default for want of a mapping.</param>
/// <param name="Currency">The currency of the amounts: the documents' own.</param>
public sealed record AccountTotal(string Account, decimal Debit, decimal Credit, bool IsDefault, CurrencyCode Currency);
