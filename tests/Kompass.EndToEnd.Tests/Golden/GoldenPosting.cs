namespace Kompass.EndToEnd.Tests;

/// <summary>The sum of the debits and of the credits on one account under one tax type.</summary>
internal sealed record GoldenPosting(string Account, string TaxType, decimal Debit, decimal Credit)
{
    public override string ToString() => FormattableString.Invariant($"{Account} {(TaxType.Length == 0 ? "-" : TaxType)} debit {Debit:0.00} credit {Credit:0.00}");
}
