using Kompass.Accounting;

namespace Kompass.Xero.AspNetCore.Tests;

/// <summary>Accounts and tax rates that Xero does not take together.</summary>
public sealed class TaxClashTests
{
    [Fact]
    public void Clashes_are_what_the_catalogue_tells_of_records_in_use()
    {
        LedgerTaxRate[] rates =
        [
            Rate("OUTPUT2", AccountClass.Revenue, AccountClass.Asset), Rate("NONE", AccountClass.Revenue, AccountClass.Asset, AccountClass.Expense),
            Rate("OLD", AccountClass.Revenue) with { IsActive = false }, Rate("INPUT2", AccountClass.Asset),
        ];
        var clashes = TaxClash.Find([Account("310", AccountClass.Expense), Account("200", AccountClass.Revenue), Account("999", AccountClass.Other)], rates);
        var clash = Assert.Single(clashes);
        Assert.Equal(("310", "OUTPUT2"), (clash.Account.Code, Assert.Single(clash.Rates).TaxType));
    }

    private static LedgerAccount Account(string code, AccountClass kind) => new()
    {
        Id = code,
        Code = code,
        Name = code,
        Class = kind,
        Type = "X",
        IsActive = true,
        AcceptsSales = true,
        AcceptsJournals = true,
    };

    private static LedgerTaxRate Rate(string type, params AccountClass[] applies) => new()
    {
        TaxType = type,
        Name = type,
        Percent = 20,
        IsActive = true,
        AppliesTo = applies.ToHashSet(),
    };
}
